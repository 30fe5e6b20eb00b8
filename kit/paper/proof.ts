import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

/** Proof-reading for the tests: what other people's programs find in our files. */

/** Whether a program is on this machine; the proofs that need it are skipped where it is not. */
export function has(program: string): boolean {
  try {
    execFileSync("which", [program], { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "paper-"))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The text of each page, read by poppler. Line breaks within a page are kept. */
export function pagesOf(pdf: Uint8Array): string[] {
  return inFolder((folder) => {
    const file = join(folder, "a.pdf")
    writeFileSync(file, pdf)
    const text = execFileSync("pdftotext", ["-layout", "-enc", "UTF-8", file, "-"], { encoding: "utf8" })
    return text.split("\f").slice(0, -1)
  })
}

/** Whether each text comes after the one before it, spaces and line breaks aside; else the first that does not. */
export function outOfOrder(pages: readonly string[], texts: readonly string[]): string | undefined {
  const tight = (text: string): string => text.replace(/\s/g, "")
  const all = tight(pages.join(""))
  let from = 0
  for (const text of texts) {
    const at = all.indexOf(tight(text), from)
    if (at < 0) return text
    from = at + tight(text).length
  }
  return undefined
}

/** The document as LibreOffice prints it. */
export function libreOffice(docx: Uint8Array): Uint8Array {
  return inFolder((folder) => {
    const file = join(folder, "a.docx")
    writeFileSync(file, docx)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`
    execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file], {
      stdio: "ignore",
      timeout: 150_000,
    })
    return new Uint8Array(readFileSync(join(folder, "a.pdf")))
  })
}
