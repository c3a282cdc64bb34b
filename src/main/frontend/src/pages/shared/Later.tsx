import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Loading, Problem } from './Frame';
import { type Refusal, asRefusal } from './server';

/** A page whose script is fetched only when somebody goes there. */
export function Later({ load }: { readonly load: () => Promise<VNode> }) {
  const [content, setContent] = useState<VNode>();
  const [problem, setProblem] = useState<Refusal>();
  useEffect(() => {
    load().then(setContent, (error: unknown) => setProblem(asRefusal(error)));
  }, []);
  if (problem !== undefined) return <Problem refusal={problem} again={() => location.reload()} />;
  return content ?? <Loading what="Opening" />;
}
