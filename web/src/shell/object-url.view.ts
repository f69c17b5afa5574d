import { useEffect, useState } from 'react';

/** An address for bytes that lie in memory, valid while the component shows them. */
export const useObjectUrl = (bytes: Blob | undefined): string | undefined => {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = bytes && URL.createObjectURL(bytes);
    setUrl(made);
    return () => (made === undefined ? undefined : URL.revokeObjectURL(made));
  }, [bytes]);
  return url;
};
