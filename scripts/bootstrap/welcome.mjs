import { DEMO_LOGIN } from './demo.cjs'
import { port } from './env.mjs'

/** Where everything is, once it all answers. */
export function welcome() {
  const at = (variable) => `http://localhost:${port(variable)}`
  console.log(`
  Heliograph         ${at('WEB_PORT')}
  Log in as          ${DEMO_LOGIN.email}   ${DEMO_LOGIN.password}
  Twilio simulator   ${at('SIMULATOR_PORT')}   (the customer's handset)
  GraphQL API        ${at('WEB_PORT')}/.redwood/functions/graphql

  Ctrl-C stops it all, except the embedded database: npm run db:stop
`)
}
