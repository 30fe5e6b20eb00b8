import { article, unmechanised } from "../vocabulary.ts"

export const closing = article(11, [
  unmechanised("11.1", "适用范围：研究生会和科研院所的研究生组织与学生会用同一套条文检查，没有单独的标准"),
  unmechanised("11.2", "效力：宽于《意见》的本地规定在登记时即被拒绝，不会进入判断"),
])
