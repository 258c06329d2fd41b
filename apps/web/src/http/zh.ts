/** What only the page itself can say; every other code has its sentence in the contracts, or says one itself. */
export const problem = {
  web: { unreachable: '连不上服务器，请检查网络后再试。', unexpected: '页面出了意外，请刷新后再试。' },
  idempotency: { 'key-reused': '这一笔可能已经记下，请先刷新查看，再决定是否重交。' },
};
