import { render } from 'preact';
import { dressOnce } from '../flow/diagram';
import { whoIsHere } from '../pages/shared/server';
import { operates } from '../session/person';
import { Operate } from './Operate';

/** Shows it for who may do something here. */
export function showOperate(node: HTMLElement): () => void {
  let gone = false;
  dressOnce();
  node.className = 'throughcare-route';
  whoIsHere().then((person) => {
    if (gone) return;
    if (operates(person)) render(<Operate reassigns={person.groups.includes('manager')} />, node);
    else render(<p class="throughcare-flow">This is for managers and administrators.</p>, node);
  }, console.error);
  return () => {
    gone = true;
    render(null, node);
  };
}
