CREATE TABLE "proposal_answer" (
	"university_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"version" integer NOT NULL,
	"outcome" text NOT NULL,
	"text" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_answer_university_id_proposal_id_version_pk" PRIMARY KEY("university_id","proposal_id","version")
);
--> statement-breakpoint
CREATE TABLE "proposal_deed" (
	"university_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"nth" integer NOT NULL,
	"what" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"because" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_deed_university_id_proposal_id_nth_pk" PRIMARY KEY("university_id","proposal_id","nth")
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"nth" integer,
	"kind" text NOT NULL,
	"delegation" text NOT NULL,
	"author" text NOT NULL,
	"author_name" text NOT NULL,
	"named" boolean NOT NULL,
	"category" text NOT NULL,
	"field" text NOT NULL,
	"title" text NOT NULL,
	"problem" text NOT NULL,
	"analysis" text NOT NULL,
	"suggestion" text NOT NULL,
	"state" text NOT NULL,
	"submitted_on" text,
	"decided_on" text,
	"because" text,
	"merged_into" text,
	"office" text,
	"place" text,
	"office_name" text,
	"unit" text,
	"course" text,
	"step" text,
	"outcome" text,
	"answer" text,
	"answered_on" text,
	"answers" integer NOT NULL,
	"rating" text,
	"source" jsonb,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "proposal_rating" (
	"university_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"of" integer NOT NULL,
	"rating" text NOT NULL,
	"because" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_rating_university_id_proposal_id_of_pk" PRIMARY KEY("university_id","proposal_id","of")
);
--> statement-breakpoint
CREATE TABLE "proposal_rules" (
	"university_id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"version" integer NOT NULL,
	"opens_on" text NOT NULL,
	"closes_on" text NOT NULL,
	"joint_least" integer NOT NULL,
	"answer_days" integer NOT NULL,
	"categories" jsonb NOT NULL,
	"by" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_rules_university_id_assembly_id_version_pk" PRIMARY KEY("university_id","assembly_id","version")
);
--> statement-breakpoint
CREATE TABLE "proposal_signer" (
	"university_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"named" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_signer_university_id_proposal_id_number_pk" PRIMARY KEY("university_id","proposal_id","number")
);
--> statement-breakpoint
CREATE TABLE "proposal_version" (
	"university_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"category" text NOT NULL,
	"problem" text NOT NULL,
	"analysis" text NOT NULL,
	"suggestion" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_version_university_id_proposal_id_version_pk" PRIMARY KEY("university_id","proposal_id","version")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_nth" ON "proposal" USING btree ("university_id","assembly_id","nth");--> statement-breakpoint
CREATE INDEX "proposal_state" ON "proposal" USING btree ("university_id","assembly_id","state");--> statement-breakpoint
CREATE INDEX "proposal_author" ON "proposal" USING btree ("university_id","author");--> statement-breakpoint
CREATE INDEX "proposal_lead" ON "proposal" USING btree ("university_id","merged_into");--> statement-breakpoint
CREATE INDEX "proposal_signer_who" ON "proposal_signer" USING btree ("university_id","number");