import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  writeFile,
} from "node:fs/promises"
import { join, resolve } from "node:path"
import { type Binaries, findBinaries, type RunAs, usableBinaries } from "./binaries.ts"

/** Where one database lives: `folder` holds `store`, the cluster with its passwords and log. */
export interface Place {
  readonly folder: string
  readonly store: string
  readonly runAs: RunAs | undefined
  readonly binaries: Binaries
}

/**
 * Decides where the data wanted in `dataDir` lives and who runs it. PostgreSQL refuses to run as root,
 * so root lends it to another user; what that user cannot reach moves to `spare`.
 */
export async function choosePlace(dataDir: string, spare: string): Promise<Place> {
  const wanted = resolve(dataDir)
  const found = await findBinaries()
  await makeFolder(wanted)
  if (process.getuid?.() !== 0) {
    const binaries = await usableBinaries(found, undefined, () => openFolder(join(wanted, "programs")))
    return place(wanted, undefined, binaries)
  }
  const runAs = (await ownerOfStore(wanted, found)) ?? (await unprivilegedUser())
  const folder = (await canKeepData(wanted, runAs)) ? wanted : await spareFolder(wanted, spare)
  if (folder !== wanted && !(await canKeepData(folder, runAs)))
    throw new Error(
      `数据库不能以 root 身份运行，而 ${wanted} 和 ${folder} 都不能交给别的用户使用。请换一个数据文件夹。`,
    )
  const owner = (await ownerOfStore(folder, found)) ?? runAs
  const programs = async () => openFolder(join(await openFolder(spare), "programs"))
  return place(folder, owner, await usableBinaries(found, owner, programs))
}

async function place(folder: string, runAs: RunAs | undefined, binaries: Binaries): Promise<Place> {
  const name = `postgres-${binaries.major}`
  const names = await readdir(folder)
  const other = names.find((each) => /^postgres-\d+$/.test(each) && each !== name)
  // A newer program must not greet an old union with an empty database.
  if (other && !names.includes(name))
    throw new Error(
      `${folder} 里的数据是由 PostgreSQL ${other.slice(9)} 写的，本程序自带的是 ${binaries.major}。请用原来的版本导出备份，再导入新版本。`,
    )
  return { folder, store: join(folder, name), runAs, binaries }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw new Error(`无法建立数据文件夹 ${folder}：${(error as Error).message}`, { cause: error })
  }
}

/** A folder every user may pass through, whatever root's umask is. */
async function openFolder(folder: string): Promise<string> {
  await makeFolder(folder)
  await chmod(folder, 0o711)
  return folder
}

/** The stand-in for a folder that cannot be reached; a note in the wanted folder says where the data went. */
async function spareFolder(wanted: string, spare: string): Promise<string> {
  await openFolder(spare)
  const name = createHash("sha256")
    .update(await realpath(wanted))
    .digest("hex")
    .slice(0, 16)
  const folder = await openFolder(join(spare, name))
  const note = `数据库不能以 root 身份运行，而且别的用户进不了本文件夹，所以数据在：\nThe database lives in:\n${folder}\n`
  await writeFile(join(wanted, "数据在哪里.txt"), note)
  return folder
}

/** A store already made keeps its owner, whichever users the machine has gained since. */
async function ownerOfStore(folder: string, found: Binaries): Promise<RunAs | undefined> {
  const made = await stat(join(folder, `postgres-${found.major}`, "cluster")).catch(() => undefined)
  return made && made.uid !== 0 ? { uid: made.uid, gid: made.gid } : undefined
}

async function unprivilegedUser(): Promise<RunAs> {
  const lines = (await readFile("/etc/passwd", "utf8").catch(() => ""))
    .split("\n")
    .map((line) => line.split(":"))
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = lines.find((line) => line[0] === name) ?? []
    if (uid && gid && uid !== "0") return { uid: Number(uid), gid: Number(gid) }
  }
  return { uid: 65534, gid: 65534 } // nobody, on every Linux
}

/** Tries it out: whether the user can enter, write and own a private folder in there. */
async function canKeepData(folder: string, runAs: RunAs): Promise<boolean> {
  const probe = await mkdtemp(join(folder, "probe-"))
  try {
    await chmod(probe, 0o700)
    await chown(probe, runAs.uid, runAs.gid)
    const script = 'cd "$0" && : > written && test -O written'
    const answer = spawnSync("/bin/sh", ["-c", script, probe], { ...runAs, cwd: "/", stdio: "ignore" })
    return answer.status === 0 && ((await stat(probe)).mode & 0o777) === 0o700
  } catch {
    return false
  } finally {
    await rm(probe, { recursive: true, force: true })
  }
}
