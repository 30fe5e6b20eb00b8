import { ok } from "@qiaoliang/basics"
import { nowAt } from "#kit/server/clock.ts"
import { qrOf } from "#kit/server/qr.ts"
import { query } from "#kit/server/verbs.ts"
import { mayPrepare } from "../abilities.ts"
import { codeOf, leftOf, slotOf } from "../code.ts"
import { projectsCode } from "../contract.ts"
import { loadShift } from "../load.ts"
import { presentTurn } from "../present.ts"
import { workOf } from "../work.ts"

/** What the organiser's screen shows now. The drawing leads the volunteer's phone to the page that signs in. */
export const code = query(projectsCode, {
  load: loadShift,
  may: mayPrepare,
  run: async (ctx, { sign, site }, { project, shift }) => {
    const now = nowAt(ctx)
    const shown = codeOf(shift, sign, slotOf(now))
    const work = await workOf(ctx, project.id)
    const turns = work.shifts.find((s) => s.shift.id === shift.id)?.turns ?? []
    return ok({
      project: { id: project.id, title: project.title },
      shift: {
        id: shift.id,
        title: shift.title,
        place: shift.place,
        startsAt: shift.startsAt.toISOString(),
        endsAt: shift.endsAt.toISOString(),
      },
      code: shown,
      qr: await qrOf(site, `/volunteer/check?shift=${shift.id}&code=${shown}`),
      left: leftOf(now),
      people: turns.map(presentTurn),
    })
  },
})
