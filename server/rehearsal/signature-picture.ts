/** A stroke on glass, 64 by 24 pixels, as the window's pad would send it: a PNG as a data URL. */
export const SIGNATURE_PICTURE = [
  'data:image/png;base64,',
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAYAQAAAABiz8bpAAAAf0lEQVR42m3OMQ7CMAyFYSMGRo6Qo+RiSBkZ',
  'e4ReBYmhY68A6sDaiCVIUX5eU29gefgG+9mGl/1HcJSjYz04nqtjqmnH0OKOyNjRErOQ0MQkRAosQiCztY28',
  '4UOzmRdUYWHQYiyW++2QrVwUy/VuVUlwO1nrrz3OtqVqLf0+/wUyLKndR8AcwwAAAABJRU5ErkJggg==',
].join('')
