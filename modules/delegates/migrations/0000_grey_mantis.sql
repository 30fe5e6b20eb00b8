CREATE TABLE "assembly_delegate" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"voting" boolean NOT NULL,
	"source" text NOT NULL,
	"faculty" text NOT NULL,
	"grade" integer NOT NULL,
	"class_name" text,
	"society" text,
	"cadre" boolean NOT NULL,
	"delegation" text NOT NULL,
	"head" boolean DEFAULT false NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text,
	"opened_by" text NOT NULL,
	"closed_by" text,
	CONSTRAINT "assembly_delegate_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "assembly_delegate_once" ON "assembly_delegate" USING btree ("university_id","assembly_id","number","opened_by");--> statement-breakpoint
CREATE INDEX "assembly_delegate_of" ON "assembly_delegate" USING btree ("university_id","assembly_id","delegation");--> statement-breakpoint
CREATE INDEX "assembly_delegate_who" ON "assembly_delegate" USING btree ("university_id","number");