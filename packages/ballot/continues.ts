import { ok, type Result } from "@qiaoliang/basics"
import { readArchive } from "./archive.ts"

const refuse = (error: string): { ok: false; error: string } => ({ ok: false, error })

/**
 * Whether `later` is `earlier` with events added: nothing that was once shown was changed or taken away. Both
 * chains are checked; what their events say is left to `verifyArchive`. The error is a Chinese sentence.
 */
export function continues(earlier: Uint8Array, later: Uint8Array): Result<void, string> {
  const before = readArchive(earlier)
  if (!before.ok) return refuse(`较早的存档：${before.error}`)
  const after = readArchive(later)
  if (!after.ok) return refuse(`较晚的存档：${after.error}`)
  if (before.value.timestamp !== after.value.timestamp) return refuse("两份存档不是同一场选举的存档")
  for (const [i, event] of before.value.events.entries()) {
    const now = after.value.events[i]
    if (!now) return refuse(`较晚的存档缺少第${i + 1}个事件及以后的内容`)
    if (now.hash !== event.hash) return refuse(`第${i + 1}个事件在较晚的存档中被换过`)
  }
  // The chain fixes payloads by hash; the records of the setup are compared with the bytes themselves.
  for (let i = 0; i < earlier.length; i++)
    if (earlier[i] !== later[i]) return refuse("较晚的存档改动了先前已经公布的内容")
  return ok(undefined)
}
