import { isNotNull } from "drizzle-orm"
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { temporal, universityId } from "../../kit/server/tenancy.ts"

export const faculty = pgTable(
  "faculty",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    /** Short names officers write, remembered from imports. */
    aliases: jsonb("aliases").$type<string[]>().notNull().default([]),
    /** A research institute, whose graduate organisation follows by 11.1. */
    institute: boolean("institute").notNull().default(false),
    openedBy: text("opened_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.id] })],
)

export const student = pgTable(
  "student",
  {
    universityId: universityId(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    sex: text("sex"),
    ethnicity: text("ethnicity"),
    faculty: text("faculty").notNull(),
    major: text("major"),
    className: text("class_name"),
    grade: integer("grade").notNull(),
    level: text("level").notNull(),
    political: text("political").notNull(),
    politicalWritten: text("political_written").notNull(),
    campus: text("campus"),
    ...temporal(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.number, t.openedBy] }),
    index("student_faculty").on(t.universityId, t.faculty, t.grade),
    index("student_name").on(t.universityId, t.name),
    index("student_closed").on(t.universityId, t.closedBy).where(isNotNull(t.closedBy)),
  ],
)

/** How many more students of a group there are from a day on, by the change that brought or took them. */
export const studentBody = pgTable(
  "student_body",
  {
    universityId: universityId(),
    level: text("level").notNull(),
    faculty: text("faculty").notNull(),
    grade: integer("grade").notNull(),
    /** Empty where the register names none. */
    campus: text("campus").notNull(),
    /** Below nought where more left the group than came. */
    students: integer("students").notNull(),
    ...temporal(),
  },
  (t) => [
    primaryKey({
      columns: [t.universityId, t.openedBy, t.validFrom, t.level, t.faculty, t.grade, t.campus],
    }),
  ],
)

export const academicRecord = pgTable(
  "academic_record",
  {
    universityId: universityId(),
    number: text("number").notNull(),
    semesterRank: integer("semester_rank"),
    semesterOf: integer("semester_of"),
    yearRank: integer("year_rank"),
    yearOf: integer("year_of"),
    overallRank: integer("overall_rank"),
    overallOf: integer("overall_of"),
    fails: integer("fails"),
    ...temporal(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.number, t.openedBy] }),
    index("academic_closed").on(t.universityId, t.closedBy).where(isNotNull(t.closedBy)),
  ],
)

export const society = pgTable(
  "society",
  {
    universityId: universityId(),
    name: text("name").notNull(),
    type: text("type"),
    guidedBy: text("guided_by"),
    headNumber: text("head_number"),
    headName: text("head_name"),
    members: integer("members"),
    main: boolean("main").notNull(),
    ...temporal(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.name, t.openedBy] })],
)
