/** The typesetter's worker, under the same policy as every script of the app. */

import "../trusted-types.ts";
import "@saksi/publish/typst/typst.worker";
