import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { type Manifest, unpackAndVerify } from "#kit/paper/pack.ts"
import { compose } from "./compose.ts"
import type { DisclosureInput } from "./input.ts"
import { canonical, seal } from "./seal.ts"
import { type Disclosure, disclosureSchema } from "./shape.ts"

export interface PackVerified {
  readonly manifest: Manifest
  /** SHA-256 of the manifest. */
  readonly seal: string
  /** SHA-256 of the public content: compare it with the one on the public page. */
  readonly sha256: string
  readonly content: Disclosure
  /** Composing again from grounds.json gives the same words; false where the program has changed since. */
  readonly recomposed: boolean
}

/**
 * Check an evidence pack without server or network: every file is as the manifest says, the content is
 * what its hash says, and the data is what the content was composed from. `sha256` (from the public page)
 * or `seal` also find a pack that was rewritten whole.
 */
export function verifyPack(
  bytes: Uint8Array,
  expected: { seal?: string; sha256?: string } = {},
): Result<PackVerified, Refusal> {
  const opened = unpackAndVerify(bytes, expected.seal === undefined ? {} : { seal: expected.seal })
  if (!opened.ok) return opened
  const { files, manifest } = opened.value
  const given = disclosureSchema.safeParse(parsed(files.get("disclosure.json")))
  const grounds = parsed(files.get("grounds.json"))
  const version = parsed(files.get("version.json")) as { sha256?: unknown } | undefined
  if (!given.success || !grounds || !version)
    return refuse("unreadable", "这不是改革情况公开的证据包", { cure: "请选用系统生成的 ZIP 文件" })
  const content = given.data
  const sha256 = seal(content)
  if (version.sha256 !== sha256)
    return refuse("conflict", "公开内容与记录的校验码不一致：内容被改动过", { at: "disclosure.json", cure })
  if (content.grounds !== seal(grounds))
    return refuse("conflict", "所据数据与公开内容不一致：数据被改动过", { at: "grounds.json", cure })
  if (expected.sha256 !== undefined && expected.sha256.toLowerCase() !== sha256)
    return refuse("conflict", "与公开网页上的校验码不一致：不是同一份内容", { at: "disclosure.json", cure })
  return ok({
    manifest,
    seal: opened.value.seal,
    sha256,
    content,
    recomposed: canonical(again(grounds as DisclosureInput)) === canonical(content),
  })
}

const cure = "请向公开单位重新索取证据包"

function parsed(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** Data of another make of the program may not compose at all. */
function again(grounds: DisclosureInput): Disclosure | undefined {
  try {
    return compose(grounds)
  } catch {
    return undefined
  }
}
