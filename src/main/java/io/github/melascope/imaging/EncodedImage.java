package io.github.melascope.imaging;

/**
 * A compressed picture taken apart: what a reader decodes, and what else the file says of it.
 *
 * @param format decides the reader
 * @param stream the file, freed of what the reader does not need
 * @param exif a TIFF structure with the orientation, or empty
 * @param xmp an XMP packet, or empty
 * @param icc a colour profile that the reader does not see, or empty
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data; never compared
record EncodedImage(ImageFormat format, byte[] stream, byte[] exif, byte[] xmp, byte[] icc) {
    static final byte[] NONE = new byte[0];
}
