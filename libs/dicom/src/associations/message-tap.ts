import { decodeKeywords } from '../keywords/decode-keywords.js';
import { numberOf } from '../keywords/keywords.js';
import { TransferSyntax } from '../uids.table.js';
import { AbortReason } from './pdu.table.js';
import { ProtocolViolation, type Pdv } from './pdu-reader.js';

const C_STORE_RQ = 0x0001;
const NO_DATA_SET = 0x0101;
const LONGEST_COMMAND = 16384;
const LONGEST_IDENTIFIER = 1048576;

const lengthOf = (parts: readonly Buffer[]): number => parts.reduce((sum, part) => sum + part.length, 0);

const violation = (what: string): ProtocolViolation => new ProtocolViolation(AbortReason.unexpectedPdu, what);

/**
 * Follows the messages of an association through their fragments: a command, then its data set (PS3.7 6.3.1). The data set
 * of a C-STORE passes as it is, counted; any other (an identifier, an answer) is kept here to the byte, and the library
 * gets it empty, so that it never decodes what a peer sent. Throws ProtocolViolation for a broken order or endless fragments.
 */
export class MessageTap {
  /** Bytes of the present data set so far. */
  dataSetLength = 0;
  private command: Buffer[] = [];
  private kept: Buffer[] = [];
  private expects: 'command' | 'stored' | 'kept' = 'command';

  /** The fragment as the library shall see it. */
  pass(pdv: Pdv): Pdv {
    if (pdv.command !== (this.expects === 'command')) throw violation('a fragment of the other kind');
    return pdv.command ? this.passCommand(pdv) : this.passDataSet(pdv);
  }

  /** The data set of the message that has just ended (not of a C-STORE). */
  dataSet(): Buffer {
    return Buffer.concat(this.kept);
  }

  private passCommand(pdv: Pdv): Pdv {
    this.command.push(pdv.value);
    if (lengthOf(this.command) > LONGEST_COMMAND) throw violation('a command without end');
    if (!pdv.last) return pdv;
    const command = decodeKeywords(Buffer.concat(this.command), TransferSyntax.ImplicitVRLittleEndian);
    this.command = [];
    this.kept = [];
    this.dataSetLength = 0;
    if (numberOf(command, 'CommandDataSetType') !== NO_DATA_SET)
      this.expects = numberOf(command, 'CommandField') === C_STORE_RQ ? 'stored' : 'kept';
    return pdv;
  }

  private passDataSet(pdv: Pdv): Pdv {
    this.dataSetLength += pdv.value.length;
    const stored = this.expects === 'stored';
    if (pdv.last) this.expects = 'command';
    if (stored) return pdv;
    if (this.dataSetLength > LONGEST_IDENTIFIER) throw violation('an identifier without end');
    this.kept.push(pdv.value);
    return { ...pdv, value: Buffer.alloc(0) };
  }
}
