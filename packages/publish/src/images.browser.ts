/** Draws pictures anew on a canvas, in a window or a worker. Rotation that was metadata becomes pixels first. */

import { longestSide, type Redrawer } from "./images.ts";

export const canvasRedrawer: Redrawer = {
  async redraw({ id, bytes, mediaType, cover }) {
    let bitmap: ImageBitmap;
    try {
      bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: mediaType }), {
        imageOrientation: "from-image",
      });
    } catch {
      return { leftOut: "unreadable" };
    }
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [
      Math.max(1, Math.round(bitmap.width * scale)),
      Math.max(1, Math.round(bitmap.height * scale)),
    ];
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext("2d", { alpha: false });
    if (pen === null) return { leftOut: "unreadable" };
    pen.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    pen.fillStyle = "#000";
    for (const box of cover)
      pen.fillRect(
        Math.floor(box.x * width),
        Math.floor(box.y * height),
        Math.ceil(box.width * width),
        Math.ceil(box.height * height),
      );
    const drawn = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 });
    return { image: { id, mediaType: "image/jpeg", width, height, bytes: new Uint8Array(await drawn.arrayBuffer()) } };
  },
};
