import { atLeastShare } from "@qiaoliang/clause"

/**
 * 非校、院级学生会组织骨干的代表一般不低于 60%: the congress working rules universities publish
 * (江西师大, 安徽商贸, 山东现代), not the Opinions; so it is reported and is no finding.
 */
export const nonCadres = { limit: atLeastShare(3, 5), source: "《高校学生代表大会工作规则》及各校实施办法" }
