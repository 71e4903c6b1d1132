let draining = false

/** Whether this process is about to end: `health` says so, that a load balancer sends nothing more. */
export const isDraining = () => draining

export const beginDraining = () => {
  draining = true
}
