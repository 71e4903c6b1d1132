import { config } from 'src/lib/config/config'

/** By `require`: the build leaves an `import()` as it is, which Node can't resolve without the file's extension. */
const loadExporter = () => require('./exporter') as typeof import('./exporter')

/**
 * Starts the traces, if the configuration says where they go; the libraries are loaded only then.
 *
 * @returns what sends the last spans, and stops it
 */
export function startTracing(): () => Promise<void> {
  return config.traces
    ? loadExporter().startExporter(config.traces.serviceName)
    : async () => {}
}
