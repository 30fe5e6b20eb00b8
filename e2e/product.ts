import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { assemble } from "../apps/server/assemble.ts"
import { servePages } from "../apps/server/pages.ts"
import { nobody } from "../kit/server/actor.ts"
import { jobsOf, runJob } from "../kit/server/jobs.ts"
import { university } from "../kit/server/tenancy.ts"
import { addAccount, hashPassword } from "../modules/accounts/index.ts"
import { conveningOn } from "../modules/presidium/index.ts"
import { unionsOf } from "../modules/unions/index.ts"
import { emptyGround, sampleGround } from "./ground.ts"

interface Begins {
  /** No university yet, as `QIAOLIANG_SAMPLE=none` begins; otherwise the sample's. */
  readonly empty?: boolean
  /** When the story begins; its clock runs on from there. */
  readonly at?: Date
}

/** The whole product on a database of its own, listening on a free port. */
export async function openProduct({ empty = false, at }: Begins = {}) {
  const { url, dataDir, clear } = await (empty ? emptyGround() : sampleGround(at))
  let ahead = at ? at.getTime() - Date.now() : 0
  const clock = () => new Date(Date.now() + ahead)
  const product = await assemble({ url, dataDir, quiet: true, clock })
  await servePages(product.app)
  await product.app.ready()
  const address = await product.app.listen({ port: 0, host: "127.0.0.1" })
  const logins = (
    empty ? {} : JSON.parse(readFileSync(join(dataDir, "sample-logins.json"), "utf8"))
  ) as Record<string, string>
  const { world } = product
  return {
    ...product,
    address,
    /** Give somebody of the registers an account, as an activated one is. */
    enrol: async (number: string, name: string) => {
      logins[number] = `${name}记得住的一句话`
      const passwordHash = await hashPassword(logins[number])
      await world.within((await world.firstUniversity())!, nobody, async ({ tx, now }) => {
        await addAccount(tx, { number, name, passwordHash, admin: false, createdAt: now })
      })
    },
    /** Who sits in a union's presidium, the chair first. */
    presidium: async (union: string): Promise<{ number: string; name: string }[]> =>
      world.within((await world.firstUniversity())!, nobody, async (ctx) => {
        const { id } = (await unionsOf(ctx.tx)).find((u) => u.name === union)!
        const { chair, members } = (await conveningOn(ctx.tx, [id], ctx.today)).get(id)!
        const own = members.map(({ number, name }) => ({ number, name }))
        return own.toSorted((a, b) => Number(b.number === chair?.number) - Number(a.number === chair?.number))
      }),
    /** Time goes on, the sample's as well, which otherwise stands still. */
    goOn: async (to: string) => {
      ahead = new Date(to).getTime() - Date.now()
      await world.db.transaction((sql) => sql.update(university).set({ referenceDay: null }))
    },
    /** What runs by the clock, by its `module.job` name, run now as its schedule would. */
    runJob: async (name: string) => {
      const found = jobsOf(world).find((j) => j.name === name)
      if (!found) throw new Error(`no job ${name}`)
      await runJob(world, found.job)
    },
    logins,
    /** Time goes by, for everybody. */
    pass: (minutes: number) => {
      ahead += minutes * 60_000
    },
    /** Sign in as a person would: by the form. */
    signIn: async (page: Page, number: string) => {
      await page.goto(`${address}/sign-in`)
      await page.getByLabel("学号 / 工号").fill(number)
      await page.getByLabel("密码", { exact: true }).fill(logins[number]!)
      await page.getByRole("button", { name: "登录" }).click()
      await page.waitForURL(/\/(office|me)/)
    },
    /** The sample's own day, which stands still: as many days later as a story needs. */
    moveTo: async (day: string) => {
      await world.db.transaction((sql) => sql.update(university).set({ referenceDay: day }))
    },
    shut: async () => {
      await product.close()
      await clear()
    },
  }
}
