/** One short line in both languages. */
export const say = (zh: string, en: string): void => {
  endProgress();
  process.stdout.write(`${zh}  ${en}\n`);
};

/** A line that others read word for word. */
export const sayExactly = (line: string): void => {
  endProgress();
  process.stdout.write(`${line}\n`);
};

export const sayTrouble = (zh: string, en: string): void => {
  endProgress();
  process.stderr.write(`${zh}\n${en}\n`);
};

let open = false;
let lastShown = 0;

/** How far a long step is: one line that is rewritten on a terminal, elsewhere a line every two seconds. */
export const showProgress = (
  what: string,
  done: number,
  total: number,
  stream: NodeJS.WriteStream = process.stdout,
): void => {
  const line = `  ${what} ${done}/${total} ${Math.floor((done / Math.max(total, 1)) * 100)}%`;
  if (stream.isTTY) {
    stream.write(`\r\u001B[K${line}`);
    open = true;
  } else if (Date.now() - lastShown > 2000 || done === total) {
    stream.write(`${line}\n`);
    lastShown = Date.now();
  }
};

const endProgress = () => {
  if (open) process.stdout.write('\n');
  open = false;
};
