import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { testWorld } from "#modules/accounts/build.ts"
import { boardModule } from "#modules/board/index.ts"
import { coursesModule, kindsOf } from "#modules/courses/index.ts"
import { addDesks } from "#modules/handling/build.ts"
import { handlingModule, needsDoors, needsKind } from "#modules/handling/index.ts"
import { importsCheck, importsConfirm, importsOne } from "#modules/imports/contract.ts"
import { importsModule } from "#modules/imports/index.ts"
import { inboxModule } from "#modules/inbox/index.ts"
import { raise } from "#modules/needs/build.ts"
import { needsModule } from "#modules/needs/index.ts"
import { hold } from "#modules/offices/build.ts"
import { silent } from "#modules/reminders/build.ts"
import { remindersModule } from "#modules/reminders/index.ts"
import { inboxItems, mergingModule, registerImport } from "./index.ts"

/** The desks of `handling`, and 后勤保障处 (H1). Saturday morning. */
export async function mergingWorld() {
  const imports = importsModule([registerImport])
  const w = await testWorld({
    modules: [
      imports,
      coursesModule([needsKind]),
      needsModule(needsDoors),
      handlingModule,
      mergingModule,
      boardModule,
      inboxModule([inboxItems]),
      remindersModule({ sources: [], kinds: kindsOf([needsKind]), outward: silent }),
    ],
    at: "2025-11-15T02:00:00Z",
  })
  const { school, faculty } = await addDesks(w, "明湖大学学生会")
  await hold(w, { kind: "service", scope: "后勤保障处", number: "H1" })
  const names = ["P1", "K1", "K2", "Q1", "FK1", "G1", "L1", "H1", "S1", "S2", "S3", "S9"] as const
  const people = Object.fromEntries(await Promise.all(names.map(async (n) => [n, await w.as(n)] as const)))
  return {
    w,
    imports,
    school,
    faculty,
    people: people as Record<(typeof names)[number], Awaited<ReturnType<typeof w.as>>>,
  }
}

export type MergingWorld = Awaited<ReturnType<typeof mergingWorld>>

/** The same matter in other words. */
export const washing = [
  { title: "宿舍洗衣机坏了", text: "12号楼的洗衣机一半是坏的，没有人修。" },
  { title: "12号楼洗衣机总坏", text: "洗衣机坏了两周，报修也没人来。" },
  { title: "洗衣机坏了没人修", text: "12号楼洗衣机坏了好几台。" },
] as const

export const raised = (of: MergingWorld, more: Partial<Parameters<typeof raise>[1]> = {}) =>
  raise(of.w, { unionId: of.school, number: "S1", ...more })

export const example = (name: string): string =>
  fileURLToPath(new URL(`../../examples/minghu/${name}`, import.meta.url))

type Counted = Readonly<Record<string, number>>

export interface Answers {
  readonly rows: number
  readonly byArea: Counted
  readonly byOffice: Counted
  readonly byFaculty: Counted
  readonly byStatus: Counted
  readonly anonymous: number
  readonly areaLeftBlankOrOtherWord: number
  readonly duplicateClusters: Readonly<Record<string, readonly number[]>>
}

interface AnswersFile {
  readonly counts: { readonly needs: Answers }
  readonly facultyAliases: Readonly<Record<string, string>>
}

const answersFile = (): AnswersFile =>
  JSON.parse(readFileSync(example("answers.json"), "utf8")) as AnswersFile

/** The truth about the register of the examples. */
export const answers = (): Answers => answersFile().counts.needs

export const register = (): Uint8Array => readFileSync(example("明湖大学-诉求登记.xlsx"))

/** Uploads a workbook, and waits until it is recognised. */
export async function proposed(of: MergingWorld, name: string, bytes: Uint8Array, who = of.people.G1) {
  const form = new FormData()
  form.append("file", new File([Buffer.from(bytes)], name))
  const request = new Request("http://localhost/", { method: "POST", body: form })
  const answer = await who.send({
    method: "POST",
    url: "/api/imports/upload",
    headers: { "x-qiaoliang": "1", "content-type": request.headers.get("content-type")! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  const { ids } = answer.json<{ ids?: string[] }>()
  if (!ids) throw new Error(answer.body)
  return runOf(of, ids[0]!, who)
}

export async function runOf(of: MergingWorld, id: string, who = of.people.G1) {
  for (;;) {
    const answer = await who.get(importsOne, { id })
    if (!answer.ok) throw new Error(answer.error.because)
    if (!["reading", "checking", "running"].includes(answer.value.status)) {
      await of.imports.work().settled()
      return answer.value
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export async function checked(of: MergingWorld, name: string, bytes: Uint8Array, who = of.people.G1) {
  const { id, plan, asOf } = await proposed(of, name, bytes, who)
  const done = await who.post(importsCheck, { id, asOf, complete: false, sheets: plan })
  if (!done.ok) throw new Error(done.error.because)
  return runOf(of, id, who)
}

export async function imported(of: MergingWorld, name: string, bytes: Uint8Array, who = of.people.G1) {
  const { id } = await checked(of, name, bytes, who)
  const done = await who.post(importsConfirm, { id })
  if (!done.ok) throw new Error(done.error.because)
  const run = await runOf(of, id, who)
  if (run.status !== "done") throw new Error(run.failure ?? run.status)
  return run
}

/** A register of a few rows. */
export const csv = (...rows: readonly string[]): Uint8Array =>
  Buffer.from(["编号,登记日期,学院,反映人,类别,诉求内容,转办部门,办理状态,备注", ...rows].join("\n"), "utf8")
