import type { EventType, ReadEvent } from "./archive.ts"

/** What may follow each type of event. The first is a setup. */
const next: Readonly<Record<EventType, readonly EventType[]>> = {
  Setup: ["Ballot", "EndBallots"],
  Ballot: ["Ballot", "EndBallots"],
  EndBallots: ["EncryptedTally"],
  EncryptedTally: ["PartialDecryption"],
  PartialDecryption: ["PartialDecryption", "Result"],
  Result: [],
}

const names: Readonly<Record<EventType, string>> = {
  Setup: "选举设置",
  Ballot: "选票",
  EndBallots: "投票截止",
  EncryptedTally: "密文总票",
  PartialDecryption: "部分解密",
  Result: "结果",
}

/** The first event out of its place, a Chinese sentence; null where the order is that of an election. */
export function orderFault(events: readonly ReadEvent[]): string | null {
  if (events[0]?.type !== "Setup") return "存档的第一个事件不是选举设置"
  for (let i = 1; i < events.length; i++) {
    const [before, now] = [events[i - 1]!.type, events[i]!.type]
    if (next[before].includes(now)) continue
    if (now === "Ballot") return `第${i + 1}个事件是投票截止以后才放进票箱的选票`
    return `第${i + 1}个事件“${names[now]}”不应出现在“${names[before]}”之后`
  }
  return null
}
