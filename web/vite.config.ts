import dns from 'dns'
import path from 'path'

import type { Plugin, ProxyOptions } from 'vite'
import { defineConfig } from 'vite'

import { getConfig, getPaths } from '@redwoodjs/project-config'
import redwood from '@redwoodjs/vite'

// Vite then says `localhost` instead of `127.0.0.1`, which cookies tell apart.
// https://vitejs.dev/config/server-options.html#server-host
dns.setDefaultResultOrder('verbatim')

const { web, api } = getConfig()

/** Redwood's own config sets `build.minify: false` and is merged over ours, so it takes a plugin to set it back. */
const minify: Plugin = {
  name: 'heliograph-minify',
  enforce: 'post',
  config: () => ({ build: { minify: 'esbuild' } }),
}

const inProject = (folder: string) => path.join(getPaths().base, folder)

const { API_BASE_URL } = process.env
const publicHosts = API_BASE_URL ? [new URL(API_BASE_URL).hostname] : []

/**
 * Redwood's proxy with three differences: the path keeps its prefix (the API answers the public path, the
 * one that Twilio signs); an API that is away is a 503, not a 203 with an error in it; and a stream whose API
 * dies is cut off, where http-proxy would leave the page listening to nothing.
 */
const toApi: ProxyOptions = {
  target: `http://localhost:${api.port}`,
  rewrite: (path) => path,
  configure: (proxy) => {
    proxy.on('error', (_error, _request, response) => {
      if ('writeHead' in response && !response.headersSent) {
        response.writeHead(503, { 'Content-Type': 'text/plain' })
      }
      response.end('The API server is not available.')
    })
    proxy.on('proxyRes', (answer, _request, response) => {
      answer.on('close', () => answer.complete || response.destroy())
    })
  },
}

export default defineConfig(async ({ command }) => {
  // An ES module only, while this file is loaded as CommonJS.
  const { default: tailwindcss } = await import('@tailwindcss/vite')
  return {
    plugins: [redwood(), tailwindcss(), minify],
    resolve: {
      alias: [
        // Redwood imports Apollo's CommonJS builds, which can't be tree-shaken and come on top of the ES modules.
        {
          find: /^(@apollo\/client\/.+)\/[^/]+\.cjs$/,
          replacement: '$1/index.js',
        },
        // Redwood's dbAuth brings 20 kB of core-js for four things that each browser has.
        {
          find: /^@babel\/runtime-corejs3\/core-js\/(object|json|instance)\/(define-property|keys|stringify|for-each)$/,
          replacement: inProject('web/coreJs/$1-$2.cjs'),
        },
      ],
    },
    build: {
      commonjsOptions: { include: [/node_modules/, /web\/coreJs/] },
    },
    // Apollo's warnings to developers are a sixth of its size.
    define: command === 'build' ? { 'globalThis.__DEV__': 'false' } : {},
    // What only a later page wants is found beforehand: else the development page loads anew under the typing hand.
    optimizeDeps: {
      include: [
        '@redwoodjs/forms',
        '@tanstack/react-virtual',
        '@visx/axis',
        '@visx/grid',
        '@visx/responsive',
        '@visx/scale',
        '@visx/shape',
        '@visx/tooltip',
        'cmdk',
        'libphonenumber-js/min',
        'p-limit',
        'sms-segments-calculator',
      ],
    },
    server: {
      proxy: { [web.apiUrl]: toApi },
      // The API answers for itself.
      cors: false,
      // The address by which Twilio comes through a tunnel.
      allowedHosts: publicHosts,
      // Only what pages are made of: not the database's folder, and not the sources of the API.
      fs: {
        allow: [inProject('web'), inProject('node_modules')],
        deny: ['.env', '.env.*', '**/.git/**', '**/.pg/**'],
      },
    },
  }
})
