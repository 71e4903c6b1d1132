import { DEMO_LOGIN } from './demo.cjs'
import { port } from './env.mjs'
import { isSimulated } from './seedDemo.mjs'

const LOGIN = `  Log in as          ${DEMO_LOGIN.email}   ${DEMO_LOGIN.password}`
const NO_LOGIN =
  '  Make a login       yarn rw exec createUser --email … --role ADMIN'

/** Where everything is, once it all answers. */
export function welcome() {
  const at = (variable) => `http://localhost:${port(variable)}`
  console.log(`
  Heliograph         ${at('WEB_PORT')}
${isSimulated() ? LOGIN : NO_LOGIN}
  Twilio simulator   ${at('SIMULATOR_PORT')}   (the customer's handset)
  GraphQL API        ${at('WEB_PORT')}/.redwood/functions/graphql

  Ctrl-C stops it all, except the embedded database: npm run db:stop
`)
}
