import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"

/** One application on its way through its chain, and what came of it. */
export const candidacy = pgTable(
  "candidacy",
  {
    universityId: universityId(),
    applicationId: text("application_id").notNull(),
    callId: text("call_id").notNull(),
    courseId: text("course_id").notNull(),
    unionId: text("union_id").notNull(),
    postKind: text("post_kind")
      .$type<"school-presidium" | "school-member" | "faculty-presidium" | "faculty-staff">()
      .notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    faculty: text("faculty").notNull(),
    grade: integer("grade").notNull(),
    source: text("source").notNull(),
    /** The department the person is placed in: applied for, or said by whoever determined. */
    department: text("department"),
    /** 负责人 or 工作人员, where whoever determined said so. */
    title: text("title"),
    outcome: text("outcome").$type<"passed" | "refused" | "withdrawn">(),
    endedOn: dayColumn("ended_on"),
    /** The post it ended in; none for a candidate of the congress (5.1). */
    postId: text("post_id"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.applicationId] }),
    index("candidacy_call").on(t.universityId, t.callId),
    index("candidacy_union").on(t.universityId, t.unionId, t.outcome),
    index("candidacy_course").on(t.universityId, t.courseId),
  ],
)
