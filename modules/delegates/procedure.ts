import { by, procedure, step, withExtra } from "@qiaoliang/procedure"
import { publicNotice } from "#policy/practice/public-notice.ts"

/** Working days a step should take: so that nobody waits, not law. */
const days = 5

export const recommended = "recommended"
export const elected = "elected"
export const published = "published"
export const agreed = "agreed"

const notice = (office: string) =>
  step(published, by(office), "公示（通行做法）", { notice: publicNotice.days })

/** 6.2 for a school congress: the classes of a faculty recommend, each on record; its union elects. */
export const facultyElection = withExtra(
  procedure("delegates.election", "6.2", "代表产生（以学院为单位）", [
    step(recommended, by("faculty-league"), "班级团支部推荐（学院团组织汇总）", { days }),
    step(elected, by("union"), "学院（系）学生会组织选举", { days }),
  ]),
  elected,
  notice("faculty-league"),
)

/** 6.2 for the congress of a faculty: the class recommends its own, the faculty's union elects among them. */
export const classElection = withExtra(
  procedure("delegates.class-election", "6.2", "代表产生（以班级为单位）", [
    step(recommended, by("class-branch"), "班级团支部推荐", { days }),
    step(elected, by("union"), "学院（系）学生会组织选举", { days }),
  ]),
  elected,
  notice("faculty-league"),
)

const society = (id: string, league: string) =>
  withExtra(
    procedure(id, "6.4", "学生组织及社团代表产生", [
      step(recommended, by("applicant"), "学生组织、社团推荐", { days }),
      step(agreed, by(league), "指导单位同意", { days }),
    ]),
    agreed,
    notice(league),
  )

/** Seats of societies (6.4), outside the quota of the classes: proposed by the society, agreed to by its guide. */
export const schoolSociety = society("delegates.society", "school-league")
export const facultySociety = society("delegates.faculty-society", "faculty-league")
