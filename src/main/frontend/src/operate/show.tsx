import { render } from 'preact';
import { dressOnce } from '../flow/diagram';
import { whoIsHere } from '../pages/shared/server';
import { Operate } from './Operate';

/** Shows it for who may do something here. */
export function showOperate(node: HTMLElement): () => void {
  let gone = false;
  dressOnce();
  node.className = 'throughcare-route';
  whoIsHere().then(({ groups }) => {
    if (gone) return;
    const manages = groups.includes('manager');
    if (manages || groups.includes('camunda-admin')) render(<Operate reassigns={manages} />, node);
    else render(<p class="throughcare-flow">This is for managers and administrators.</p>, node);
  }, console.error);
  return () => {
    gone = true;
    render(null, node);
  };
}
