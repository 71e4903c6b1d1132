// CommonJS, since the seed reads it through Redwood's require hook, and the start as an ES module.
exports.DEMO_LOGIN = {
  email: 'demo@heliograph.test',
  password: 'heliograph-demo',
}
