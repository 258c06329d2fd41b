const undone: (() => Promise<unknown> | void)[] = [];

/** What a bench set up is taken down at its end, the last first, however it ends. */
export const atTheEnd = (undo: () => Promise<unknown> | void): void => {
  undone.push(undo);
};

export const clearUp = async (): Promise<void> => {
  for (let undo = undone.pop(); undo; undo = undone.pop()) {
    try {
      await undo();
    } catch (error) {
      console.error(error);
    }
  }
};
