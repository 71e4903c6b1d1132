/** One call to the control API. Throws an Error with the simulator's own words. */
async function call(method, path, body) {
  const response = await fetch(`/control${path}`, {
    method,
    headers: body ? { 'content-type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  })
  const answer = response.status === 204 ? null : await response.json()
  if (!response.ok) throw new Error(answer.message)
  return answer
}

export const control = {
  state: () => call('GET', '/state'),
  events: () => call('GET', '/events?limit=300'),
  messages: (address) =>
    call('GET', `/messages?address=${encodeURIComponent(address)}`),
  call: (order) => call('POST', '/calls', order),
  calls: (from) => call('GET', `/calls?from=${encodeURIComponent(from)}`),
  receive: (order) => call('POST', '/inbound', order),
  read: (sid) => call('POST', `/messages/${sid}/read`),
  addFault: (fault) => call('POST', '/faults', fault),
  removeFault: (id) => call('DELETE', `/faults/${id}`),
  refuse: (ms) => call('POST', '/refuse', { ms }),
  changeSettings: (change) => call('POST', '/settings', change),
  conversations: () => call('GET', '/conversations'),
  startConversation: (order) => call('POST', '/conversations', order),
  writeIn: (sid, message) =>
    call('POST', `/conversations/${sid}/messages`, message),
  setState: (sid, state, enabled) =>
    call('POST', `/conversations/${sid}/state`, { state, enabled }),
  reset: () => call('POST', '/reset', {}),
}
