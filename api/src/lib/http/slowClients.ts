/**
 * What `http.createServer` is told of who is slow or loud. Headers of more than 16 KB are answered with 431, and who
 * has not sent them after 20 s with 408, looked at every 5 s: a thousand connections that send a byte now and then
 * keep nobody else out for long. Twilio's and the browsers' headers are a few KB.
 */
export const SLOW_CLIENTS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 20_000,
  // The largest upload, from a phone (25 MB at 2 Mbit/s).
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
} as const
