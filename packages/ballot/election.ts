import { ok, type Result } from "@qiaoliang/basics"
import { isBase58, sha256Base64 } from "./encodings.ts"
import { type Group, type GroupName, groupNames } from "./group.ts"
import { isCount, isList, isObject, isText, readJson } from "./json.ts"
import { type Random, randomBase58, secureRandom } from "./random.ts"
import { readTrustees } from "./trustees.ts"

/** Up to `max` and at least `min` of the answers are chosen; with `blank`, or none of them. */
export interface Question {
  readonly question: string
  readonly answers: readonly string[]
  readonly min: number
  readonly max: number
  readonly blank?: true
}

export interface ElectionTemplate {
  readonly name: string
  readonly description: string
  readonly questions: readonly Question[]
  readonly administrator?: string
  readonly credentialAuthority?: string
}

/** election.json, read; what is hashed is the text itself. */
export interface Election extends ElectionTemplate {
  readonly uuid: string
  readonly group: GroupName
  /** The key the votes are encrypted to, as spelled. */
  readonly publicKey: string
  /** Base64 of the SHA-256 of the text's bytes. */
  readonly fingerprint: string
  readonly text: string
}

export const newUuid = (random: Random = secureRandom): string => randomBase58(14, random)

/** election.json for these trustees. Throws RangeError where the template or a trustee's key is not sound. */
export function writeElection(
  group: Group,
  uuid: string,
  { name, description, questions, administrator, credentialAuthority }: ElectionTemplate,
  trustees: string,
): string {
  const read = readTrustees(group, trustees)
  if (!read.ok) throw new RangeError(read.error)
  const text = JSON.stringify({
    version: 1,
    description,
    name,
    group: group.name,
    public_key: read.value.electionKey,
    questions: questions.map(({ question, answers, min, max, blank }) => ({
      answers,
      ...(blank ? { blank } : {}),
      min,
      max,
      question,
    })),
    uuid,
    ...(administrator === undefined ? {} : { administrator }),
    ...(credentialAuthority === undefined ? {} : { credential_authority: credentialAuthority }),
  })
  const election = readElection(text)
  if (!election.ok) throw new RangeError(election.error)
  return text
}

const refuse = (error: string): { ok: false; error: string } => ({ ok: false, error })

/** Any spacing and further fields are let stand: only the bytes are hashed. */
export function readElection(text: string): Result<Election, string> {
  const json = readJson(text)
  if (!isObject(json)) return refuse("选举说明不是有效的 JSON 文本，或有重复的字段")
  const { version, name, description, group, public_key: publicKey, uuid } = json
  if (version !== 1) return refuse("选举说明的版本号不是 1")
  if (!isText(name) || !isText(description)) return refuse("选举说明缺少名称或说明")
  const named = groupNames.find((each) => each === group)
  if (!named) return refuse("选举使用了不支持的群")
  if (!isText(publicKey)) return refuse("选举说明缺少公钥")
  if (!isText(uuid) || uuid.length < 14 || !isBase58(uuid)) return refuse("选举编号不规范")
  if (!isList(json.questions) || json.questions.length === 0) return refuse("选举没有题目")
  const questions: Question[] = []
  for (const [i, each] of json.questions.entries()) {
    const question = readQuestion(each)
    if (!question) return refuse(`第${i + 1}题不规范，或不是可同态计票的题目`)
    questions.push(question)
  }
  const { administrator, credential_authority: credentialAuthority } = json
  return ok({
    uuid,
    name,
    description,
    group: named,
    publicKey,
    questions,
    fingerprint: sha256Base64(text),
    text,
    ...(isText(administrator) ? { administrator } : {}),
    ...(isText(credentialAuthority) ? { credentialAuthority } : {}),
  })
}

/** More answers than this, and a ballot would no longer fit its largest size. */
const mostAnswers = 400

function readQuestion(value: unknown): Question | null {
  if (!isObject(value)) return null
  const { question, answers, min, max, blank } = value
  if (!isText(question) || !isList(answers) || !answers.every(isText)) return null
  if (answers.length === 0 || answers.length > mostAnswers) return null
  if (!isCount(min) || !isCount(max) || min > max || max > answers.length) return null
  if (blank !== undefined && typeof blank !== "boolean") return null
  // Questions counted by mixing are marked by a type; they are none of these.
  if (value.type !== undefined && value.type !== "Homomorphic") return null
  return { question, answers, min, max, ...(blank ? { blank: true } : {}) }
}

/** How many pairs a question takes: one an answer, one more before them where blank is allowed. */
export const slotsOf = ({ answers, blank }: Question): number => answers.length + (blank ? 1 : 0)

/** min…max */
export const countsOf = ({ min, max }: Question): number[] =>
  Array.from({ length: max - min + 1 }, (_, i) => min + i)
