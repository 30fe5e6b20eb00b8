import { describe, expect, it } from "vitest"
import { archiveOf, prepare, seats, singles, yesNo } from "./for-tests.ts"
import { groupOf, setupPayloads, verifyArchive, writeCredentials } from "./index.ts"

const group = await groupOf("Ed25519")
const { setup } = prepare(group, singles(group, 2), 3, [yesNo, seats])

/** Setups that are not sound; nobody has voted yet. */
const stranger = prepare(group, singles(group, 2), 3, [yesNo])
const [electionText, trusteesText, credentialsText] = setup
const list = JSON.parse(credentialsText) as string[]
const identity = group.write(group.identity)
const setups: Readonly<Record<string, readonly [readonly [string, string, string, string], string]>> = {
  "other trustees": [
    setupPayloads(electionText, stranger.hall.trustees, credentialsText),
    "不是各监票人公钥合成的",
  ],
  "a trustee without proof": [
    setupPayloads(electionText, trusteesText.replace(/"response":"\d/, '"response":"'), credentialsText),
    "第1位监票人的公钥或其证明无效",
  ],
  "no trustee": [setupPayloads(electionText, "[]", credentialsText), "监票人名单"],
  "a credential twice": [
    setupPayloads(electionText, trusteesText, JSON.stringify([...list, list[0]])),
    "第4个投票凭证与前面的重复",
  ],
  "a credential with weight": [
    setupPayloads(electionText, trusteesText, JSON.stringify([`${list[0]},2`])),
    "不接受加权",
  ],
  "a credential of weight one": [
    setupPayloads(electionText, trusteesText, JSON.stringify([`${list[0]},1`])),
    "不接受加权",
  ],
  "a credential anybody knows": [
    setupPayloads(electionText, trusteesText, JSON.stringify([identity])),
    "不是群中的有效元素",
  ],
  "no credential": [setupPayloads(electionText, trusteesText, "[]"), "凭证名单是空的"],
  "a setup of other texts": [
    [...setupPayloads(stranger.election.text, trusteesText, credentialsText).slice(0, 3), setup[3]] as [
      string,
      string,
      string,
      string,
    ],
    "与所附的选举说明、监票人名单、凭证名单不符",
  ],
  "an unknown group": [
    setupPayloads(electionText.replace("Ed25519", "RFC-3526-2048"), trusteesText, credentialsText),
    "不支持的群",
  ],
  "another version": [
    setupPayloads(electionText.replace('"version":1', '"version":2'), trusteesText, credentialsText),
    "版本号",
  ],
  "a key twice": [
    setupPayloads(
      electionText.replace('"version":1', '"version":1,"uuid":"x"'),
      trusteesText,
      credentialsText,
    ),
    "重复的字段",
  ],
  "a question of mixed ballots": [
    setupPayloads(
      electionText.replace('{"answers"', '{"type":"NonHomomorphic","answers"'),
      trusteesText,
      credentialsText,
    ),
    "第1题不规范",
  ],
  "a question with more to choose than there are": [
    setupPayloads(electionText.replace('"max":1', '"max":9'), trusteesText, credentialsText),
    "第1题不规范",
  ],
}

const verdict = (texts: readonly [string, string, string, string]) =>
  verifyArchive(archiveOf([["Setup", ...texts]]))

describe("a setup", () => {
  it("is sound as it was made", async () => {
    expect(await verdict(setup)).toMatchObject({ ok: true, ballots: 0, credentials: 3, inProgress: true })
  })
  it.each(Object.entries(setups))("is rejected: %s", async (_, [texts, reason]) => {
    const verified = await verdict(texts)
    expect(verified.ok).toBe(false)
    expect(verified.error).toContain(reason)
  })
  it("lists credentials in an order that says nothing of the voters", () => {
    expect(writeCredentials(["b", "a"])).toBe('["a","b"]')
  })
})
