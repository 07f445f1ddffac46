import { newId } from "@/lib/platform/id";
import type { Samples } from "../ground";

export const imports: Samples = {
  "import.create": () => ({ id: newId(), kind: "companies", fileName: "companies.csv" }),
  "import.read": ({ mappedImport }) => ({ id: mappedImport }),
  "import.set-reading": ({ mappedImport }) => ({ id: mappedImport, separator: "," }),
  "import.set-kind": ({ mappedImport }) => ({ id: mappedImport, kind: "companies" }),
  "import.map": ({ mappedImport, version, member }) => ({
    id: mappedImport,
    process: { kind: "version", versionId: version },
    owners: [{ value: "Someone", target: member }],
  }),
  "import.check": ({ mappedImport }) => ({ id: mappedImport }),
  "import.apply": ({ checkedImport }) => ({ id: checkedImport }),
  "import.undo": ({ appliedImport }) => ({ id: appliedImport }),
  "import.discard": ({ mappedImport }) => ({ id: mappedImport }),
  "imports.list": ({ mappedImport }) => ({ after: { at: "2027-01-01T00:00:00Z", id: mappedImport } }),
  "imports.read": ({ mappedImport }) => ({ id: mappedImport }),
  "imports.status": ({ mappedImport }) => ({ id: mappedImport }),
  "imports.rejects": ({ mappedImport }) => ({ id: mappedImport }),
};
