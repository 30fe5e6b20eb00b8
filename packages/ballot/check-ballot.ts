import { ok, type Result } from "@qiaoliang/basics"
import { type Answer, type Ballot, signedHash, trackerOf } from "./ballot.ts"
import { proofFault } from "./check-proofs.ts"
import { type Election, type Question, slotsOf } from "./election.ts"
import type { Group } from "./group.ts"
import { hasKeys, isList, isText, readCanonical } from "./json.ts"
import { checkLog, type ProofText, readProof } from "./proofs.ts"
import { areProofs, isPair, isProof } from "./shapes.ts"

/** A ballot of a hundred questions stays well below; what is larger is not read. */
const largest = 4_000_000

export interface Accepted {
  readonly credential: string
  readonly tracker: string
}

type Refused = { ok: false; error: string }
const refuse = (error: string): Refused => ({ ok: false, error })

/**
 * Everything about a ballot that does not need the others: its text is the one canonical spelling, it is of
 * this election and of a credential on the list, signed, and every proof holds. Cheap checks first.
 */
export function checkBallot(
  group: Group,
  election: Election,
  credentials: ReadonlySet<string>,
  text: string,
): Result<Accepted, string> {
  if (text.length > largest) return refuse("选票过长")
  const json = readCanonical(text)
  if (json === undefined) return refuse("选票不是规范的紧凑 JSON 文本")
  const read = readBallot(json, election.questions)
  if (!read.ok) return read
  const ballot = read.value
  if (ballot.election_uuid !== election.uuid) return refuse("选票属于另一场选举：选举编号不同")
  if (ballot.election_hash !== election.fingerprint) return refuse("选票属于另一份选举说明：选举指纹不同")
  if (!credentials.has(ballot.credential)) return refuse("选票所用的投票凭证不在名单上")
  const signed = checkSignature(group, ballot)
  if (signed) return refuse(signed)
  const fault = proofFault(group, election, ballot)
  if (fault) return refuse(fault)
  return ok({ credential: ballot.credential, tracker: trackerOf(text) })
}

function checkSignature(group: Group, ballot: Ballot): string | null {
  const { hash, proof } = ballot.signature
  if (hash !== signedHash(ballot)) return "选票签名所签的内容与选票不符"
  if (!readProof(proof, group.q)) return "选票签名中的数不规范或超出范围"
  const key = group.parse(ballot.credential)
  if (key === null || group.same(key, group.identity)) return "投票凭证不是群中的有效元素"
  return checkLog(group, key, `sig|${hash}|`, proof) ? null : "选票签名无效"
}

function readBallot(json: unknown, questions: readonly Question[]): Result<Ballot, string> {
  if (!hasKeys(json, "election_uuid", "election_hash", "credential", "answers", "signature"))
    return refuse("选票的字段不全、多余或顺序不对")
  const { election_uuid, election_hash, credential, answers, signature } = json
  if (!isText(election_uuid) || !isText(election_hash) || !isText(credential))
    return refuse("选票的选举编号、选举指纹或投票凭证不是文字")
  if (!hasKeys(signature, "hash", "proof") || !isText(signature.hash) || !isProof(signature.proof))
    return refuse("选票的签名不规范")
  if (!isList(answers) || answers.length !== questions.length) return refuse("选票的题数与选举不符")
  const read: Answer[] = []
  for (const [i, question] of questions.entries()) {
    const answer = readAnswer(answers[i], question)
    if (typeof answer === "string") return refuse(`第${i + 1}题${answer}`)
    read.push(answer)
  }
  const { hash, proof } = signature
  return ok({ election_uuid, election_hash, credential, answers: read, signature: { hash, proof } })
}

function readAnswer(value: unknown, question: Question): Answer | string {
  const keys = ["choices", "individual_proofs", "overall_proof", ...(question.blank ? ["blank_proof"] : [])]
  if (!hasKeys(value, ...keys))
    return question.blank ? "允许弃权，却缺少弃权证明或字段不规范" : "的字段不规范，或带有不该有的弃权证明"
  const { choices, individual_proofs, overall_proof, blank_proof } = value
  const slots = slotsOf(question)
  if (!isList(choices) || choices.length !== slots || !choices.every(isPair)) return "密文的个数或形式不对"
  if (!isList(individual_proofs) || individual_proofs.length !== slots) return "单项证明的个数不对"
  if (!individual_proofs.every((proof): proof is readonly ProofText[] => areProofs(proof, 2)))
    return "单项证明的形式不对"
  const branches = question.max - question.min + 1 + (question.blank ? 1 : 0)
  if (!areProofs(overall_proof, branches)) return "总数证明的个数或形式不对"
  if (!question.blank) return { choices, individual_proofs, overall_proof }
  return areProofs(blank_proof, 2)
    ? { choices, individual_proofs, overall_proof, blank_proof }
    : "弃权证明的个数或形式不对"
}
