import { ok, refuse } from "@qiaoliang/basics"
import { stepAt } from "@qiaoliang/procedure"
import { query } from "#kit/server/verbs.ts"
import { mayPrepare } from "#modules/assembly/index.ts"
import { caseOf, isInChain } from "#modules/courses/index.ts"
import { candidatesFor } from "#modules/seats/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { leastOf, thresholds } from "#policy/practice/congress-rules.ts"
import { mayElect, mayPropose, mayReadList, mayRecommend } from "../abilities.ts"
import * as contract from "../contract.ts"
import { countedOf } from "../electing.ts"
import { meetingsOf, type NomineeRow, roundsOf } from "../lists.ts"
import { theList } from "../load.ts"
import { elected, recommended } from "../procedure.ts"
import { classesOf, classmates as inClass, societiesOn } from "../register.ts"
import { labelOf } from "../standing.ts"
import { delegatesOf } from "../store.ts"

export const list = query(contract.list, {
  load: theList,
  may: mayReadList,
  run: async (ctx, _, of) => {
    const { list, course, nominees, assembly, union } = of
    const meetings = await meetingsOf(ctx.tx, [list.id])
    const rounds = await roundsOf(ctx.tx, list.id)
    const step = course?.state.status === "open" ? stepAt(caseOf(course), course.state) : undefined
    const counted = countedOf(list, nominees, rounds)
    const name = (id: string) => nominees.find((n) => n.id === id)?.name ?? ""
    const [elects] = list.electedBy ? await unionsOf(ctx.tx, [list.electedBy]) : []
    const all =
      step?.id === recommended && list.faculty
        ? await classesOf(ctx.tx, list.faculty, union.kind, ctx.today)
        : []
    const society = list.society
      ? (await societiesOn(ctx.tx, ctx.today)).find((s) => s.name === list.society)
      : undefined
    const proposes = "as" in mayPropose(ctx.actor, { ...of, headNumber: society?.headNumber ?? null })
    const noCourse =
      course === null || course.state.status === "refused" || course.state.status === "withdrawn"
    const classes = all.filter(
      (c) =>
        (list.className === null || list.className === c.className) &&
        "as" in mayRecommend(ctx.actor, of, { className: c.className }),
    )
    return ok({
      id: list.id,
      assembly: { id: assembly.id, name: assembly.name },
      unit: list.unit,
      label: labelOf(list),
      seats: list.seats,
      needed: list.unit === "society" ? list.seats : candidatesFor(list.seats),
      shares: [...list.shares],
      courseId: list.courseId,
      follows: course !== null && isInChain(ctx.actor, course),
      step: step?.id ?? null,
      electedBy: elects?.name ?? null,
      meetings: meetings.map((m) => ({
        className: m.className,
        heldOn: m.heldOn,
        people: m.people,
        present: m.present,
        by: m.byName,
        nominees: nominees
          .filter((n) => n.className === m.className)
          .map((n) => ({ number: n.number, votes: n.votes ?? 0 })),
      })),
      nominees: nominees.map((n) => ({
        ...presentNominee(n),
        // Between two votes: the seats of the first are taken already.
        ...(n.state === "nominated" && rounds.length > 0 && counted.elected.includes(n.id)
          ? { state: "elected" as const }
          : {}),
        rounds: rounds.map((r) => r.votes.find((v) => v.nominee === n.id)?.votes ?? null),
      })),
      rounds: rounds.map((r) => ({
        round: r.round,
        heldOn: r.heldOn,
        due: r.due,
        present: r.present,
        by: r.byName,
      })),
      again:
        rounds.length === 0 || step?.id !== elected
          ? []
          : counted.contests.map((c) => ({ why: c.why, seats: c.seats, among: c.among.map(name) })),
      filled: (await delegatesOf(ctx.tx, assembly.id)).filter((d) => d.listId === list.id).length,
      classes: classes.map((c) => ({
        className: c.className,
        students: c.students,
        least: leastOf(thresholds.classMeeting, c.students),
      })),
      can: {
        "delegates.recommend": classes.length > 0,
        "delegates.elect": step?.id === elected && "as" in mayElect(ctx.actor, of),
        "delegates.propose": list.unit === "society" && noCourse && proposes,
        "delegates.progress": "as" in mayPrepare(ctx.actor, of),
      },
    })
  },
})

export const presentNominee = (n: NomineeRow) => ({
  id: n.id,
  number: n.number,
  name: n.name,
  className: n.className,
  grade: n.grade,
  votes: n.votes,
  state: n.state,
  reserve: n.reserve,
  because: n.because,
})

export const classmates = query(contract.classmates, {
  load: theList,
  may: mayRecommend,
  run: async (ctx, { className }, { list }) =>
    list.faculty
      ? ok({
          items: (await inClass(ctx.tx, list.faculty, className, ctx.today)).map(({ number, name }) => ({
            number,
            name,
          })),
        })
      : refuse("not-found", "这份名单不由班级推荐"),
})
