export { evenNumber } from "./code.ts"
export { identify } from "./identify.ts"
export { accounts } from "./module.ts"
export { newSetUpToken, type SetUp, setUp } from "./set-up.ts"
