import { ok, type Result } from "@qiaoliang/basics"
import { sha256Hex, utf8 } from "./encodings.ts"
import { isCount, isObject, isText, readCanonical } from "./json.ts"
import { readTarRecord, tarRecord } from "./tar.ts"

export const eventTypes = [
  "Setup",
  "Ballot",
  "EndBallots",
  "EncryptedTally",
  "PartialDecryption",
  "Result",
] as const
export type EventType = (typeof eventTypes)[number]

/** One link of the chain; its text is this, compact, `parent` first and left out of the first. */
export interface Event {
  readonly parent?: string
  readonly height: number
  readonly type: EventType
  readonly payload?: string
}

/** An event as read: its hash is the parent of the next; `data` are the texts that stand before it. */
export interface ReadEvent extends Event {
  readonly hash: string
  readonly data: readonly string[]
  /** Where the event's last byte ends in the file. */
  readonly end: number
}

export interface Archive {
  readonly timestamp: number
  readonly events: readonly ReadEvent[]
}

/** How many texts stand before an event of each type; the last is its payload. */
export const dataBefore: Readonly<Record<EventType, number>> = {
  Setup: 4,
  Ballot: 1,
  EndBallots: 0,
  EncryptedTally: 2,
  PartialDecryption: 2,
  Result: 1,
}

const headerText = (timestamp: number): string => `{"version":1,"timestamp":"${timestamp}"}`

/** The beginning of a file. The timestamp, in seconds, stands in every record after it. */
export const header = (timestamp: number): Uint8Array =>
  tarRecord("BELENIOS", utf8(headerText(timestamp)), timestamp)

/** The bytes to append for one event: its data in order, the last of them its payload, then the event. */
export function eventRecords(
  timestamp: number,
  parent: { readonly hash: string; readonly height: number } | null,
  type: EventType,
  payloads: readonly string[],
): { bytes: Uint8Array; hash: string; height: number } {
  const last = payloads.at(-1)
  const height = parent ? parent.height + 1 : 0
  const event = JSON.stringify({
    ...(parent ? { parent: parent.hash } : {}),
    height,
    type,
    ...(last === undefined ? {} : { payload: sha256Hex(last) }),
  } satisfies Event)
  const hash = sha256Hex(event)
  const record = (text: string, kind: string) =>
    tarRecord(`${sha256Hex(text)}.${kind}.json`, utf8(text), timestamp)
  return {
    bytes: joined([...payloads.map((text) => record(text, "data")), record(event, "event")]),
    hash,
    height,
  }
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/** Whether the bytes begin as an archive does: what does not is some other file. */
export const looksLikeArchive = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, 9)) === "BELENIOS\0"

const refuse = (error: string): { ok: false; error: string } => ({ ok: false, error })

/**
 * The events of a file and their data, the chain and every byte checked: writing them again gives the same
 * file. What the texts say is checked by `verifyArchive`.
 */
export function readArchive(bytes: Uint8Array): Result<Archive, string> {
  if (!looksLikeArchive(bytes)) return refuse("文件不是选举存档")
  const first = readTarRecord(bytes, 0)
  const text = first && decode(first.record.body)
  if (!first || text === null || text !== headerText(first.timestamp)) return refuse("存档的开头已损坏")
  const { timestamp } = first
  const events: ReadEvent[] = []
  const seen = new Set<string>()
  let waiting: { hash: string; text: string }[] = []
  for (let at = first.next; at < bytes.length; ) {
    const place = `存档第${at}字节处`
    const read = readTarRecord(bytes, at, timestamp)
    if (!read) return refuse(`${place}的记录不规范、不完整，或混入了多余的字节`)
    const { name, body } = read.record
    const [, hash, kind] = /^([0-9a-f]{64})\.(data|event)\.json$/.exec(name) ?? []
    if (hash === undefined) return refuse(`${place}的记录名称不规范`)
    if (sha256Hex(body) !== hash) return refuse(`${place}的内容与其校验码不符，已被改动`)
    if (seen.has(hash)) return refuse(`${place}重复了先前的一条记录`)
    seen.add(hash)
    const content = decode(body)
    if (content === null) return refuse(`${place}的内容不是有效的文字`)
    if (kind === "data") waiting.push({ hash, text: content })
    else {
      const fault = eventFault(content, events.at(-1), waiting)
      if (fault) return refuse(`存档第${events.length + 1}个事件${fault}`)
      const data = waiting.map((each) => each.text)
      events.push({ ...(JSON.parse(content) as Event), hash, data, end: read.next })
      waiting = []
    }
    at = read.next
  }
  if (waiting.length > 0) return refuse("存档末尾有不属于任何事件的记录")
  if (events.length === 0) return refuse("存档中没有任何事件")
  return ok({ timestamp, events })
}

/** Bytes as text; null where they are not valid UTF-8, or begin with a mark that decoding would drop. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function eventFault(
  text: string,
  previous: ReadEvent | undefined,
  waiting: readonly { hash: string; text: string }[],
): string | null {
  const json = readCanonical(text)
  if (!isObject(json)) return "不是规范的紧凑 JSON 文本"
  const { parent, height, payload } = json
  const type = eventTypes.find((each) => each === json.type)
  if (!type) return "的类型不支持"
  const keys = [
    ...(previous ? ["parent"] : []),
    "height",
    "type",
    ...(dataBefore[type] > 0 ? ["payload"] : []),
  ]
  if (Object.keys(json).join() !== keys.join()) return "的字段不全、多余或顺序不对"
  if (previous && parent !== previous.hash) return "与前一个事件衔接不上，前面的事件被换过或删去"
  if (!isCount(height) || height !== (previous ? previous.height + 1 : 0)) return "的序号不连续"
  if (waiting.length !== dataBefore[type]) return "所附的记录多余或缺少"
  if (dataBefore[type] === 0) return null
  return isText(payload) && payload === waiting.at(-1)!.hash ? null : "与其所附的内容不符"
}
