import { z } from "zod"
import { day, question } from "#kit/contract.ts"
import { cents, document, reach, requestLine, values } from "./shapes.ts"

const told = z.object({
  key: z.string(),
  label: z.string(),
  text: z.string(),
  table: z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }).optional(),
})

/** One request whole: what is asked, its versions, what came of it, what the person asking may do. */
export const one = question(
  "approvals.one",
  z.object({ id: z.string() }),
  requestLine.extend({
    form: z.string(),
    clause: z.string(),
    onLabel: z.string(),
    filesLabel: z.string(),
    applicantTitle: z.string(),
    fields: z.array(told),
    /** As filled in, for the form that changes it. */
    values,
    files: z.array(document),
    versions: z.array(
      z.object({
        number: z.number(),
        by: z.string(),
        at: z.string(),
        because: z.string().nullable(),
        approvedOn: day.nullable(),
        approvedBy: z.string().nullable(),
        conditions: z.string().nullable(),
        changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
      }),
    ),
    /** In force: approved as it stands, not closed. */
    inForce: z.boolean(),
    money: z
      .object({
        approved: cents,
        spent: cents,
        remainder: cents,
        entries: z.array(
          z.object({
            id: z.string(),
            what: z.string(),
            amount: cents,
            on: day,
            by: z.string(),
            receipt: document.nullable(),
            struck: z.boolean(),
            strikes: z.boolean(),
          }),
        ),
      })
      .nullable(),
    goods: z
      .object({
        returnOn: day,
        items: z.array(
          z.object({ name: z.string(), unit: z.string(), count: z.number(), returned: z.number() }),
        ),
        returns: z.array(
          z.object({
            item: z.string(),
            count: z.number(),
            condition: z.string(),
            on: day,
            by: z.string(),
          }),
        ),
      })
      .nullable(),
    summary: z
      .object({
        heldOn: day,
        text: z.string(),
        participants: z.number(),
        reach,
        files: z.array(document),
        on: day,
        by: z.string(),
        late: z.boolean(),
      })
      .nullable(),
    closedBy: z.string().nullable(),
    cancelledBecause: z.string().nullable(),
    major: z.object({
      declared: z.boolean(),
      marked: z.object({ on: day, by: z.string(), because: z.string() }).nullable(),
    }),
    reports: z.array(z.object({ courseId: z.string(), on: day, by: z.string(), text: z.string() })),
    can: z.object({
      amend: z.boolean(),
      spend: z.boolean(),
      giveBack: z.boolean(),
      archive: z.boolean(),
      close: z.boolean(),
      cancel: z.boolean(),
      mark: z.boolean(),
      inform: z.boolean(),
    }),
  }),
)
