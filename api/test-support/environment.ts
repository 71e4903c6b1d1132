import os from 'node:os'
import path from 'node:path'

// The tests' own configuration, whatever a developer's `.env` says: nothing here can reach a real account.
delete process.env.REDIS_URL
delete process.env.TWILIO_ACCOUNT_SID
delete process.env.TWILIO_AUTH_TOKEN
delete process.env.TWILIO_API_KEY_SID
delete process.env.TWILIO_API_KEY_SECRET
delete process.env.TWILIO_PHONE_NUMBER
delete process.env.TWILIO_MESSAGING_SERVICE_SID
delete process.env.TWILIO_CONVERSATIONS_SERVICE_SID
delete process.env.RECONCILE_UNCONFIRMED_SECONDS
delete process.env.RECONCILE_STUCK_SECONDS
delete process.env.MEDIA_ALLOWED_HOSTS
delete process.env.WEBHOOK_ALLOWED_HOSTS
delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT
delete process.env.OTEL_SERVICE_NAME
delete process.env.AUDIT_DAYS

Object.assign(process.env, {
  API_BASE_URL: 'https://inbox.example.com',
  TWILIO_AUTH_TOKEN_SECONDARY: '5ec0da2f000000000000000000000000',
  // Each test that calls Twilio starts its own; nobody listens on the discard port.
  TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
  TWILIO_TIMEOUT_MS: '1000',
  SEND_WAIT_MS: '3000',
  METRICS_TOKEN: 'metrics-token-of-the-tests',
  SESSION_SECRET: 'session-secret-of-the-tests-0123456789',
  MEDIA_FOLDER: path.join(os.tmpdir(), 'heliograph-test-media'),
  WORKER: 'inline',
  LOG_LEVEL: 'silent',
})
