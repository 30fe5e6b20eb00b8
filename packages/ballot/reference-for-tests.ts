import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Debian's belenios-tool 2.0 in a folder of its own, for elections in BELENIOS-2048. */
export class Reference {
  readonly folder = mkdtempSync(join(tmpdir(), "qiaoliang-belenios-"))

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  run(args: readonly string[], input = ""): string {
    const run = spawnSync("belenios-tool", args, {
      cwd: this.folder,
      input,
      env: { ...process.env, BELENIOS_USE_URANDOM: "1" },
      encoding: "utf8",
    })
    if (run.error) throw new Error(`belenios-tool is not there: ${run.error.message}`)
    if (run.status !== 0) throw new Error(`belenios-tool ${args.join(" ")}: ${run.stderr}${run.stdout}`)
    return run.stdout
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(join(this.folder, name), content)
  }
  read = (name: string): string => readFileSync(join(this.folder, name), "utf8")
  named = (ending: string): string[] =>
    readdirSync(this.folder)
      .filter((name) => name.endsWith(ending))
      .sort()

  archive = (): Uint8Array => new Uint8Array(readFileSync(join(this.folder, this.named(".bel")[0]!)))

  /** Two-column lines of "id credential" and the public list. */
  credentials(uuid: string, count: number): { secrets: string[]; list: string } {
    this.run(["setup", "generate-credentials", "--uuid", uuid, "--group", group, "--count", `${count}`])
    const secrets = this.read(this.named(".privcreds")[0]!)
      .trim()
      .split("\n")
      .map((line) => line.split(" ")[1]!)
    const list = this.read(this.named(".pubcreds")[0]!)
    this.write("public_creds.json", list)
    return { secrets, list }
  }

  singles(count: number): void {
    for (let i = 0; i < count; i++) this.run(["setup", "generate-trustee-key", "--group", group])
    const publics = this.named(".pubkey").map(this.read)
    this.write("public_keys.jsons", publics.join(""))
  }

  threshold(threshold: number, size: number): void {
    const step = (n: number, more: string[] = [], input = "") =>
      this.run(
        ["setup", "generate-trustee-key-threshold", "--group", group, "--step", `${n}`, ...more],
        input,
      )
    for (let i = 0; i < size; i++) step(1)
    const ids = this.named(".cert").map((name) => name.replace(".cert", ""))
    const certs = ["--certs", "certs.jsons"]
    this.write("certs.jsons", ids.map((id) => this.read(`${id}.cert`)).join(""))
    step(2, certs)
    const dealt = ids.map((id) => step(3, [...certs, "--key", `${id}.key`, "--threshold", `${threshold}`]))
    this.write("polynomials.jsons", dealt.join(""))
    const polynomials = [...certs, "--polynomials", "polynomials.jsons"]
    step(4, polynomials)
    const outputs = ids.map((id) => step(5, [...certs, "--key", `${id}.key`], this.read(`${id}.vinput`)))
    this.write("threshold.json", step(6, polynomials, outputs.join("")))
    this.write("public_keys.jsons", "")
  }

  begin(uuid: string, template: unknown): void {
    this.write("template.json", JSON.stringify(template))
    this.run(["setup", "make-trustees"])
    this.run(["setup", "make-election", "--uuid", uuid, "--group", group, "--template", "template.json"])
    this.run(["archive", "init"])
  }

  ballot(secret: string, rows: readonly number[][]): string {
    this.write("credential", `${secret}\n`)
    this.write("rows", JSON.stringify(rows))
    return this.run(["election", "generate-ballot", "--privcred", "credential", "--ballot", "rows"])
  }

  add = (type: string, input = ""): string => this.run(["archive", "add-event", `--type=${type}`], input)

  /** Closes the box, decrypts with those keys, announces. */
  finish(decrypts: readonly string[][]): void {
    this.add("EndBallots")
    this.add("EncryptedTally", this.run(["election", "compute-encrypted-tally"]))
    for (const args of decrypts) this.add("PartialDecryption", this.run(["election", ...args]))
    this.add("Result", this.run(["election", "compute-result"]))
  }
}

const group = "BELENIOS-2048"

/** Whether `election verify` of the reference tool accepts these bytes. */
export function referenceAccepts(bytes: Uint8Array): boolean {
  const reference = new Reference()
  try {
    reference.write("election.bel", bytes)
    const said = execFileSync("belenios-tool", ["election", "verify", "--dir", reference.folder], {
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
    })
    return said !== undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new Error("belenios-tool is not there")
    return false
  } finally {
    reference.remove()
  }
}
