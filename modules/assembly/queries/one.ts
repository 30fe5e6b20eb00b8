import { ok } from "@qiaoliang/basics"
import type { Permission } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { calendarOf, isInChain } from "#modules/courses/index.ts"
import { mayPrepare, mayReadAssembly, mayStaff } from "../abilities.ts"
import { one as contract } from "../contract.ts"
import { mayFollow } from "../course-kinds.ts"
import { courseFor } from "../course-of.ts"
import { type AssemblyDocument, ownDocuments, paperedOf } from "../documents.ts"
import { theAssembly } from "../load.ts"
import { nextOf } from "../next.ts"
import type { Parts } from "../parts.ts"
import { clauseFor } from "../procedure.ts"
import { duties, dutyNames, inDuty } from "../team.ts"
import { tellsOf } from "../timing.ts"

const yes = (p: Permission) => "as" in p

/** Everything about one assembly for those who prepare it and those over it. */
export const one = ({ readiness = [], documents = [] }: Parts) =>
  query(contract, {
    load: (ctx, { id }) => theAssembly(ctx, { assembly: id }),
    may: mayReadAssembly,
    run: async (ctx, _, of) => {
      const { assembly: a, union, team } = of
      const course = await courseFor(ctx.tx, a)
      const papered = await paperedOf(ctx, of, readiness)
      const others: AssemblyDocument[] = []
      for (const part of documents) others.push(...(await part(ctx, of)))
      const editable = a.state === "preparing" || a.state === "convened"
      return ok({
        id: a.id,
        union: { id: union.id, name: union.name, level: union.level },
        kind: a.kind,
        clause: clauseFor(union.level),
        name: a.name,
        day: a.day,
        time: a.time,
        place: a.place,
        theme: a.theme,
        state: a.state,
        proposedOn: a.proposedOn,
        openedAt: a.openedAt?.toISOString() ?? null,
        closedAt: a.closedAt?.toISOString() ?? null,
        cancelledBecause: a.cancelledBecause,
        course: course && (isInChain(ctx.actor, course) || mayFollow(ctx.actor, course)) ? course.id : null,
        next: nextOf(a, course, papered.readiness),
        tells:
          a.state === "cancelled"
            ? []
            : tellsOf({
                level: union.level,
                day: a.day,
                last: papered.last?.day ?? null,
                today: ctx.today,
                works: await calendarOf(ctx.tx),
                committeeOn: papered.progress.committee?.on ?? null,
                answered: papered.progress.approved !== undefined,
                begun: !editable,
              }),
        readiness: papered.readiness,
        team: duties.map((duty) => ({
          duty,
          body: dutyNames[duty].body,
          leadTitle: dutyNames[duty].lead,
          people: inDuty(team, duty).map(({ id, number, name, lead, basis, from }) => ({
            id,
            number,
            name,
            lead,
            basis,
            from,
          })),
        })),
        agenda: papered.agenda.map(({ position: _, ...item }) => item),
        documents: [...ownDocuments(papered), ...others],
        can: {
          "assembly.change": editable && yes(mayPrepare(ctx.actor, of)),
          "assembly.rename": editable && course?.applicant === ctx.actor.number,
          "assembly.cancel": editable && yes(mayPrepare(ctx.actor, of)),
          "assembly.appoint": (editable || a.state === "open") && yes(mayStaff(ctx.actor, of)),
          "assembly.set-agenda": editable && yes(mayPrepare(ctx.actor, of)),
        },
      })
    },
  })
