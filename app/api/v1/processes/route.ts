import { listProcesses } from "@/app/api/v1/_api/processes";
import { routes } from "@/lib/platform/http/endpoint";

export const dynamic = "force-dynamic";
export const { GET, POST, PUT, PATCH, DELETE } = routes(listProcesses);
