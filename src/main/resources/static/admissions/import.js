const form = document.getElementById('upload');
const button = form.querySelector('button');
const bar = document.getElementById('bar');
const status = document.getElementById('status');
const rows = document.getElementById('rows');

const WORDS = { alreadyOpen: 'Has an open case', refused: 'Not registered' };

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  button.disabled = true;
  rows.replaceChildren();
  document.getElementById('result').hidden = true;
  document.getElementById('progress').hidden = false;
  status.textContent = 'Sending the file …';
  try {
    await send(new FormData(form));
  } catch (error) {
    status.textContent = error.message;
  } finally {
    button.disabled = false;
  }
});

async function send(content) {
  const session = await (await fetch('/api/session')).json();
  const response = await fetch('/api/admissions/import', {
    method: 'POST',
    body: content,
    headers: { Accept: 'application/x-ndjson', 'X-XSRF-TOKEN': session.token ?? '' },
  });
  if (!response.ok) {
    const problem = await response.json();
    throw new Error(problem.detail ?? 'The file could not be sent.');
  }
  let finished = false;
  for await (const line of linesOf(response.body)) {
    finished = show(JSON.parse(line)) || finished;
  }
  if (!finished) {
    throw new Error('The connection broke. Send the same file again: nobody is registered twice.');
  }
}

async function* linesOf(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop();
    yield* lines.filter((line) => line !== '');
  }
}

/** Shows one line of the answer; true for the last one. */
function show(line) {
  if (line.toDo !== undefined) {
    bar.max = Math.max(line.toDo, 1);
    bar.value = 0;
  } else if (line.totals) {
    const { rows: all, created, alreadyOpen, refused } = line.totals;
    status.textContent = `Done. ${all} lines: ${created} registered, ${alreadyOpen} had an open case, ${refused} not registered.`;
    return true;
  } else {
    bar.value += 1;
    if (bar.value % 25 === 0) {
      status.textContent = `${bar.value} of ${bar.max} lines`;
    }
    if (line.status !== 'created') {
      add(line);
    }
  }
  return false;
}

function add(line) {
  document.getElementById('result').hidden = false;
  const fields = line.errors.map((error) => error.field).join(', ');
  const reasons = line.errors.map((error) => error.reason).join(' ') || line.caseNumber;
  const row = rows.insertRow();
  for (const text of [line.line, WORDS[line.status], fields, reasons]) {
    row.insertCell().textContent = text;
  }
}
