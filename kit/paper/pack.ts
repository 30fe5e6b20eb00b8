import { createHash } from "node:crypto"
import { ok, type Result, refuse } from "@qiaoliang/basics"
import { strFromU8, unzipSync, type Zippable, zipSync } from "fflate"
import { z } from "zod"
import { zipEpoch } from "./zip.ts"

/**
 * An evidence pack: a ZIP of files and one manifest.json that lists the path, size and SHA-256 of each.
 * Equal files give equal bytes. The manifest cannot vouch for itself: `seal`, its SHA-256, is published or
 * printed elsewhere, and a check against the seal finds even a pack whose manifest was rewritten with care.
 */
export interface PackFile {
  /** Folders and name joined by "/", as packPath makes them. */
  readonly path: string
  readonly bytes: Uint8Array
}

const manifestShape = z.strictObject({
  format: z.literal("qiaoliang-pack/1"),
  files: z.array(
    z.strictObject({
      path: z.string(),
      size: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
})
export type Manifest = z.infer<typeof manifestShape>

export interface Pack {
  readonly bytes: Uint8Array
  readonly manifest: Manifest
  /** SHA-256 of manifest.json, in hexadecimal. */
  readonly seal: string
}

export const manifestName = "manifest.json"

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

/** Throws on a path that is unsafe or stands twice: make paths with packPath. */
export function pack(files: readonly PackFile[]): Pack {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  const seen = new Set<string>()
  for (const { path } of sorted) {
    const problem = path === manifestName ? "是清单自己的名称" : fault(path)
    if (problem) throw new Error(`A pack cannot hold ${JSON.stringify(path)}: ${problem}`)
    if (seen.has(folded(path))) throw new Error(`A pack cannot hold ${JSON.stringify(path)} twice.`)
    seen.add(folded(path))
  }
  const manifest: Manifest = {
    format: "qiaoliang-pack/1",
    files: sorted.map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256(bytes) })),
  }
  const list = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
  const entries: Zippable = { [manifestName]: [list, { mtime: zipEpoch() }] }
  for (const { path, bytes } of sorted)
    entries[path] = [bytes, { mtime: zipEpoch(), level: compressed.test(path) ? 0 : 6 }]
  return { bytes: zipSync(entries), manifest, seal: sha256(list) }
}

/** Kinds that are compressed already. */
const compressed = /\.(?:pdf|docx|xlsx|pptx|zip|jpe?g|png|gif|webp|mp[34]|ofd)$/i

export interface Limits {
  readonly files: number
  /** Bytes of all files together, unpacked. */
  readonly bytes: number
}
/** Deflate shrinks at most this much: whoever claims more is lying about the size. */
const steepest = 1032
const usual: Limits = { files: 20_000, bytes: 500_000_000 }

export interface Unpacked {
  readonly manifest: Manifest
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly seal: string
}

/**
 * The files of a pack once every one of them is as the manifest says; otherwise the first that is missing,
 * added or changed, in `at`. With `seal`, the manifest too must be the one sealed.
 */
export function unpackAndVerify(
  bytes: Uint8Array,
  options: { seal?: string; limits?: Limits } = {},
): Result<Unpacked> {
  const opened = open(bytes, options.limits ?? usual)
  if (!opened.ok) return opened
  const files = opened.value
  const list = files.get(manifestName)
  if (!list) return refuse("unreadable", "证据包里没有清单 manifest.json。", { at: manifestName, cure })
  const seal = sha256(list)
  if (options.seal !== undefined && options.seal.toLowerCase() !== seal)
    return refuse("conflict", "清单与公布的校验码不一致：清单被改动过。", { at: manifestName, cure })
  const manifest = readManifest(list)
  if (!manifest)
    return refuse("unreadable", "证据包的清单 manifest.json 无法读取。", { at: manifestName, cure })
  files.delete(manifestName)
  const listed = new Set<string>()
  for (const { path, size, sha256: digest } of manifest.files) {
    if (listed.has(path)) return refuse("conflict", `清单里“${path}”出现了两次。`, { at: path, cure })
    listed.add(path)
    const file = files.get(path)
    if (!file) return refuse("conflict", `缺少文件“${path}”：清单里有，证据包里没有。`, { at: path, cure })
    if (file.length !== size || sha256(file) !== digest)
      return refuse("conflict", `文件“${path}”被改动过：与清单记录的内容不一致。`, { at: path, cure })
  }
  for (const path of files.keys())
    if (!listed.has(path)) return refuse("conflict", `多出文件“${path}”：清单里没有。`, { at: path, cure })
  return ok({ manifest, files, seal })
}

const cure = "请向公开单位重新索取证据包。"

/** Reads the directory first: nothing is unpacked that is too large, stands twice or leads outside. */
function open(bytes: Uint8Array, limits: Limits): Result<Map<string, Uint8Array>> {
  const seen = new Set<string>()
  let total = 0
  let count = 0
  let refused: ReturnType<typeof refuse> | undefined
  const check = (file: { name: string; size: number; originalSize: number }): boolean => {
    if (refused) return false
    const { name } = file
    // Some programs list folders of their own; they hold nothing.
    if (name.endsWith("/") && file.originalSize === 0) return false
    total += file.originalSize
    count++
    const problem = fault(name)
    if (count > limits.files || total > limits.bytes || file.originalSize > steepest * (file.size + 16))
      refused = refuse("too-large", `证据包展开后超过上限（${limits.files}个文件、${limits.bytes}字节）。`, {
        at: name,
      })
    else if (problem)
      refused = refuse("unreadable", `证据包里的文件名“${shown(name)}”不安全：${problem}。`, {
        at: name,
        cure,
      })
    else if (seen.has(folded(name)))
      refused = refuse("conflict", `证据包里“${name}”出现了两次。`, { at: name, cure })
    seen.add(folded(name))
    return refused === undefined
  }
  let entries: Record<string, Uint8Array>
  try {
    entries = unzipSync(bytes, { filter: check })
  } catch {
    return refuse("unreadable", "这不是一个完好的证据包（ZIP）文件。", { cure })
  }
  return refused ?? ok(new Map(Object.entries(entries)))
}

function readManifest(list: Uint8Array): Manifest | undefined {
  try {
    return manifestShape.parse(JSON.parse(strFromU8(list)))
  } catch {
    return undefined
  }
}

/** File systems that ignore case or compose accents would let one file overwrite another. */
const folded = (path: string): string => path.normalize("NFC").toLowerCase()

const shown = (name: string): string => JSON.stringify(name).slice(1, 61)

/** Why a path must not be unpacked anywhere, in Chinese; undefined when it may. */
function fault(path: string): string | undefined {
  if (path === "" || new TextEncoder().encode(path).length > 400) return "为空或过长"
  if (path.startsWith("/") || /^[a-z]:/i.test(path) || path.includes("\\")) return "是绝对路径"
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f<>:"|?*\u202a-\u202e\u2066-\u2069]/.test(path) || !path.isWellFormed())
    return "含有禁用字符"
  for (const part of path.split("/")) {
    if (part === "" || part === "." || part === "..") return "指向包外"
    if (part === "__proto__") return "是保留名称"
    if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part)) return "是保留名称"
    if (/[ .]$/.test(part)) return "以空格或点结尾"
  }
  return undefined
}

/** A safe path from people's own words and file names: packPath("03 工作人员", "名单:最终?.xlsx"). */
export function packPath(...parts: readonly string[]): string {
  const safe = parts.map((part) => {
    const name = part
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
      .replace(/[\u0000-\u001f\u007f<>:"|?*/\\\u202a-\u202e\u2066-\u2069]/g, "_")
      .replace(/^\.+|[ .]+$/g, "_")
      .replace(/^(con|prn|aux|nul|com\d|lpt\d|__proto__)(?=\.|$)/i, "_$1")
    return shortened(name || "_")
  })
  return safe.join("/")
}

/** At most 40 characters, its ending kept: ZIP readers differ about long Chinese names. */
function shortened(name: string): string {
  const characters = [...name]
  if (characters.length <= 40) return name
  const ending = name.match(/\.[^.]{1,8}$/)?.[0] ?? ""
  return (
    characters
      .slice(0, 40 - [...ending].length)
      .join("")
      .replace(/[ .]+$/, "") + ending
  )
}
