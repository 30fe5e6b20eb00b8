/** The contents page: the Opinions, article by article. */
import { type Article, type Finding, isRule, judgeArticle, type Rule } from "@qiaoliang/clause"
import { role } from "./01-role/rules.ts"
import { workings } from "./02-workings/rules.ts"
import { lean } from "./03-lean/rules.ts"
import { eligibility } from "./04-eligibility/rules.ts"
import { selection } from "./05-selection/rules.ts"
import { congressArticle } from "./06-congress/rules.ts"
import { discipline } from "./07-discipline/rules.ts"
import { review } from "./08-review/rules.ts"
import { leadership } from "./09-leadership/rules.ts"
import { guidance } from "./10-guidance/rules.ts"
import { closing } from "./11-closing/rules.ts"
import { articleTitles, type ClauseId, clauses } from "./clauses.generated.ts"
import type { Facts } from "./vocabulary.ts"

export const articles: readonly Article<Facts, ClauseId>[] = [
  role,
  workings,
  lean,
  eligibility,
  selection,
  congressArticle,
  discipline,
  review,
  leadership,
  guidance,
  closing,
]

/** Every clause that speaks about this union, judged on these facts. Pure. */
export const judgeUnion = (f: Facts): Finding[] => articles.flatMap((article) => judgeArticle(article, f))

const rules = new Map(articles.flatMap((a) => a.entries.filter(isRule).map((r) => [r.clause, r] as const)))

/** The rule of a clause; undefined where the clause is judged by people (`unmechanised`). */
export const ruleOf = (id: ClauseId): Rule<Facts, ClauseId> | undefined => rules.get(id)

export const isClause = (id: string): id is ClauseId => Object.hasOwn(clauses, id)

export { clauseLabel } from "@qiaoliang/clause"
export { type Bar, type Condition, conditionsAsked, judgeStudent } from "./04-eligibility/applicant.ts"
export { isQuestion, type Question, type QuestionId, questionOf, questions } from "./questions.ts"
export type { Facts } from "./vocabulary.ts"
export { articleTitles, type ClauseId, clauses }
