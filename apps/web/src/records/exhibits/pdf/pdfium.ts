/**
 * PDFium, started with nothing around it.
 *
 * [Note: four walls] A hostile PDF meets, from the inside out: a library that was built without a JavaScript engine and
 * without a network; WebAssembly, whose only ways out are the functions below; a worker of a frame in an origin of its
 * own, under a policy that allows it no connection (`closed-frame.ts`); and a page that takes from it pixels and text and
 * nothing else (`pdf-messages.ts`). What the module calls is answered here and nowhere else: the compiler's own glue, with
 * its file system and its eval, does not ship.
 */

/** What of PDFium is used. Numbers are addresses, handles and sizes, as in its C headers (`fpdfview.h`, `fpdf_text.h`). */
export interface Pdfium {
  readonly memory: WebAssembly.Memory;
  malloc(bytes: number): number;
  free(address: number): void;
  FPDF_InitLibrary(): void;
  FPDF_LoadMemDocument(file: number, bytes: number, password: number): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetLastError(): number;
  FPDF_GetPageCount(document: number): number;
  FPDF_GetPageSizeByIndexF(document: number, page: number, size: number): number;
  FPDF_LoadPage(document: number, page: number): number;
  FPDF_ClosePage(page: number): void;
  FPDFBitmap_CreateEx(width: number, height: number, format: number, first: number, stride: number): number;
  FPDFBitmap_FillRect(bitmap: number, x: number, y: number, width: number, height: number, colour: number): void;
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDF_RenderPageBitmap(...given: readonly [bitmap: number, page: number, ...place: readonly number[]]): void;
  /** What was filled into forms; in this build without scripts, and with callbacks that do nothing. */
  PDFiumExt_OpenFormFillInfo(): number;
  PDFiumExt_InitFormFillEnvironment(document: number, info: number): number;
  FORM_OnAfterLoadPage(page: number, form: number): void;
  FORM_OnBeforeClosePage(page: number, form: number): void;
  FPDF_FFLDraw(...given: readonly [form: number, bitmap: number, page: number, ...place: readonly number[]]): void;
  FPDFText_LoadPage(page: number): number;
  FPDFText_CountChars(text: number): number;
  FPDFText_GetText(text: number, from: number, count: number, into: number): number;
  FPDFText_ClosePage(text: number): void;
}

/** What the compiled code needs of itself to come back from C's `longjmp`. */
interface Insides {
  readonly __indirect_function_table: WebAssembly.Table;
  __wasm_call_ctors(): void;
  emscripten_stack_get_current(): number;
  _emscripten_stack_restore(address: number): void;
  setThrew(thrown: number, value: number): void;
}

type Inner = Pdfium & Insides;

/** A file that makes PDFium want more memory than this is refused. */
export const mostMemoryBytes = 512 * 1024 * 1024;

const noSuchFile = -44;
const badDescriptor = 8;
const pageBytes = 65_536;
/** What C's `longjmp` is while it travels through JavaScript. */
const longJump = Symbol("longjmp");

/** A trap or an abort is thrown; after one the instance is of no more use. */
export async function startPdfium(drawing: WebAssembly.Module): Promise<Pdfium> {
  let inner: Inner | undefined;
  const inside = (): Inner => {
    if (!inner) throw new Error("PDFium called out before it was there");
    return inner;
  };
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  for (const { module, name } of WebAssembly.Module.imports(drawing)) {
    imports[module] ??= {};
    imports[module][name] = answers(inside)[name] ?? refusal(name, inside);
  }
  const { exports } = await WebAssembly.instantiate(drawing, imports);
  // The one place that reads the module's exports: the version is pinned, and `pdf-file.test.ts` calls each of them.
  inner = exports as unknown as Inner;
  inner.__wasm_call_ctors();
  inner.FPDF_InitLibrary();
  return inner;
}

const answers = (inside: () => Inner): Readonly<Record<string, (...given: number[]) => number | undefined>> => ({
  _abort_js: stop,
  __assert_fail: stop,
  _emscripten_throw_longjmp() {
    throw longJump;
  },
  _emscripten_memcpy_js(to = 0, from = 0, bytes = 0) {
    new Uint8Array(inside().memory.buffer).copyWithin(to, from, from + bytes);
    return undefined;
  },
  emscripten_resize_heap: (wanted = 0) => grown(inside().memory, wanted >>> 0),
  environ_sizes_get(count = 0, bytes = 0) {
    const view = new DataView(inside().memory.buffer);
    view.setUint32(count, 0, true);
    view.setUint32(bytes, 0, true);
    return 0;
  },
  environ_get: () => 0,
  // No clock and no time zone: what is drawn does not depend on when or where.
  emscripten_date_now: () => 0,
  _tzset_js: () => undefined,
  _gmtime_js: () => undefined,
  _localtime_js: () => undefined,
});

/** There are no files. Calls that may jump out are made for PDFium and brought back. */
function refusal(name: string, inside: () => Inner): (...given: number[]) => number {
  if (name.startsWith("invoke_")) return invoking(inside);
  return name.startsWith("fd_") ? () => badDescriptor : () => noSuchFile;
}

const invoking =
  (inside: () => Inner) =>
  (at = 0, ...given: number[]) => {
    const {
      __indirect_function_table: table,
      emscripten_stack_get_current,
      _emscripten_stack_restore,
      setThrew,
    } = inside();
    const stack = emscripten_stack_get_current();
    try {
      return table.get(at)(...given);
    } catch (thrown) {
      if (thrown !== longJump) throw thrown;
      _emscripten_stack_restore(stack);
      setThrew(1, 0);
      return 0;
    }
  };

function grown(memory: WebAssembly.Memory, wanted: number): number {
  if (wanted > mostMemoryBytes) return 0;
  try {
    memory.grow(Math.ceil((wanted - memory.buffer.byteLength) / pageBytes));
    return 1;
  } catch {
    return 0; // the device has no more
  }
}

function stop(): never {
  throw new Error("PDFium gave up");
}
