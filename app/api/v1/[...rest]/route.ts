import { refuse } from "@/lib/domain/shared/result";
import { respondProblem } from "@/lib/platform/http/problem";

const unknown = async (request: Request): Promise<Response> =>
  respondProblem(refuse("address-unknown"), request);

export const dynamic = "force-dynamic";
export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
