export { draftsModule } from "./module.ts"
