import { expect, test } from 'vitest';
import { linesOf } from '../src/pages/admissions/importing';

test('a line is read whole, wherever the network cuts it', async () => {
  const bytes = new TextEncoder().encode('{"name":"Zoë"}\n{"b":2}\n\n{"c":3}');
  for (let at = 1; at < bytes.length; at++) {
    const parts = new ReadableStream<Uint8Array>({
      start(stream) {
        stream.enqueue(bytes.slice(0, at));
        stream.enqueue(bytes.slice(at));
        stream.close();
      },
    });
    const lines: string[] = [];
    for await (const line of linesOf(parts)) lines.push(line);
    expect(lines).toEqual(['{"name":"Zoë"}', '{"b":2}', '{"c":3}']);
  }
});
