/** What Linux tells of a process (proc_pid_stat(5), proc_pid_status(5)). */

/** Ticks a second of the times in `stat`: USER_HZ, which is 100 wherever Deno runs. */
const TICKS = 100;
const KIBIBYTE = 2 ** 10;

/** Seconds that all threads of a process have computed, in it and in the kernel for it. */
export function cpuSeconds(pid: number): number {
  const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
  // The name in parentheses may hold anything; utime and stime are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Bytes in memory now. */
export function residentBytes(pid: number): number {
  return statusBytes(pid, "VmRSS");
}

/** Bytes in memory when it had most. */
export function peakResidentBytes(pid: number): number {
  return statusBytes(pid, "VmHWM");
}

function statusBytes(pid: number, field: string): number {
  const status = Deno.readTextFileSync(`/proc/${pid}/status`);
  const line = status.split("\n").find((line) => line.startsWith(field));
  return KIBIBYTE * Number(line?.match(/\d+/)?.[0]);
}
