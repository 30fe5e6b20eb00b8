import { ok, type Result } from "@qiaoliang/basics"
import { type Election, readElection } from "./election.ts"
import { sha256Hex } from "./encodings.ts"
import { type Group, type GroupName, groupOf } from "./group.ts"
import { isList, isText, readCanonical } from "./json.ts"
import { readTrustees, type Trustees } from "./trustees.ts"

/** What an election begins with, checked. */
export interface Setup {
  readonly group: Group
  readonly election: Election
  readonly trustees: Trustees
  /** Public credentials in the order they are listed. */
  readonly credentials: readonly string[]
}

/** The four texts an archive begins with; the last is the event's payload. */
export const setupPayloads = (
  election: string,
  trustees: string,
  credentials: string,
): [string, string, string, string] => [
  election,
  trustees,
  credentials,
  setupText(election, trustees, credentials),
]

const setupText = (election: string, trustees: string, credentials: string): string =>
  JSON.stringify({
    election: sha256Hex(election),
    trustees: sha256Hex(trustees),
    credentials: sha256Hex(credentials),
  })

/** public_creds.json, sorted, so that the order says nothing about the voters. */
export const writeCredentials = (credentials: readonly string[]): string =>
  JSON.stringify([...credentials].sort())

const refuse = (error: string): { ok: false; error: string } => ({ ok: false, error })

export async function readSetup(
  data: readonly string[],
  groupFor: (name: GroupName) => Promise<Group> = groupOf,
): Promise<Result<Setup, string>> {
  const [electionText = "", trusteesText = "", credentialsText = "", setup] = data
  if (setup !== setupText(electionText, trusteesText, credentialsText))
    return refuse("选举设置与所附的选举说明、监票人名单、凭证名单不符")
  const election = readElection(electionText)
  if (!election.ok) return election
  const group = await groupFor(election.value.group)
  const trustees = readTrustees(group, trusteesText)
  if (!trustees.ok) return trustees
  if (trustees.value.electionKey !== election.value.publicKey)
    return refuse("选举公钥不是各监票人公钥合成的那一个")
  const credentials = readCredentials(group, credentialsText)
  if (!credentials.ok) return credentials
  return ok({ group, election: election.value, trustees: trustees.value, credentials: credentials.value })
}

/** The list of public credentials: each once, a member, without weight. */
export function readCredentials(group: Group, text: string): Result<readonly string[], string> {
  const json = readCanonical(text)
  if (!isList(json) || !json.every(isText)) return refuse("凭证名单不是规范的 JSON 列表")
  if (json.length === 0) return refuse("凭证名单是空的")
  const seen = new Set<string>()
  for (const [i, credential] of json.entries()) {
    if (credential.includes(",")) return refuse(`第${i + 1}个投票凭证带有权重：每人一票，不接受加权`)
    const point = group.parse(credential)
    if (point === null || group.same(point, group.identity))
      return refuse(`第${i + 1}个投票凭证不是群中的有效元素`)
    if (seen.has(credential)) return refuse(`第${i + 1}个投票凭证与前面的重复`)
    seen.add(credential)
  }
  return ok(json)
}
