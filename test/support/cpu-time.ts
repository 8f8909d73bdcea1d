/** The processor time, in milliseconds, that `work` takes in this thread: a busy machine does not make it longer. */
export function cpuMs(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const {user, system} = process.threadCpuUsage(before)
  return (user + system) / 1000
}
